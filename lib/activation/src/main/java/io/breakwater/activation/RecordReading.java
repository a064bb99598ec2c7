package io.breakwater.activation;

import java.util.Map;
import java.util.Optional;

/** What one TXT record is, by itself: neither its domain nor its signature is judged yet. */
public sealed interface RecordReading {

    /** The record's joined text. */
    String text();

    /** No activation record at all, and invisible: SPF, site verification and the like. */
    record Foreign(String text) implements RecordReading {}

    /**
     * Claims to be an activation record and is none.
     *
     * @param reason MALFORMED or UNSUPPORTED_VERSION
     * @param detail what is wrong, for people
     */
    record Broken(String text, Reason reason, String detail) implements RecordReading {}

    /** An unsigned record. */
    record Unsigned(String text, Body body) implements RecordReading {}

    /**
     * One half of a signed pair.
     *
     * @param index 1 or 2
     * @param signedText the text up to the name of the tag {@code n}
     * @param signature this part's characters of the Base64 signature
     * @param covered the tags in front of {@code n} with their values
     */
    record Part(String text, Body body, int index, String signedText, String signature, Map<String, String> covered)
            implements RecordReading {
        public Part {
            covered = Map.copyOf(covered);
        }
    }

    /**
     * The known tags.
     *
     * @param forUs whether {@code k} is absent, {@code zpa} or {@code all}; if not, the mode may be null
     * @param product the tag {@code k}
     * @param domain the tag {@code d}
     */
    record Body(
            boolean forUs,
            Optional<String> product,
            Optional<String> domain,
            Mode mode,
            Long t,
            Long x,
            InternetAction m) {}
}
