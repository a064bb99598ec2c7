package io.breakwater.drctl.explain;

import io.breakwater.activation.RecordReading;
import java.util.Arrays;
import java.util.List;

/**
 * One tag of a record, to show.
 *
 * @param value empty for a text without {@code =}
 */
record TagView(String name, String value) {

    /** The tags of anything that claims to be a record; of a broken one whatever can be told apart. */
    static List<TagView> of(RecordReading reading) {
        if (reading instanceof RecordReading.Foreign) {
            return List.of();
        }
        return Arrays.stream(reading.text().split(";"))
                .map(String::strip)
                .filter(spec -> !spec.isEmpty())
                .map(TagView::of)
                .toList();
    }

    private static TagView of(String spec) {
        int equals = spec.indexOf('=');
        return equals < 0
                ? new TagView(spec, "")
                : new TagView(
                        spec.substring(0, equals).strip(),
                        spec.substring(equals + 1).strip());
    }

    /** What kind of record it is, in a few words. */
    static String kind(RecordReading reading) {
        if (reading instanceof RecordReading.Part part) {
            return "part " + part.index() + " of a signed activation"
                    + (part.body().forUs() ? "" : " of another product");
        }
        if (reading instanceof RecordReading.Unsigned unsigned) {
            return "an unsigned activation" + (unsigned.body().forUs() ? "" : " of another product");
        }
        if (reading instanceof RecordReading.Broken broken) {
            return "no valid record (" + broken.reason() + "): " + broken.detail();
        }
        return "something else, ignored";
    }
}
