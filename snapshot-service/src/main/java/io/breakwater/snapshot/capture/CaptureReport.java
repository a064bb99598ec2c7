package io.breakwater.snapshot.capture;

import io.breakwater.snapshot.archive.Kept;
import java.util.List;

/**
 * What an attempt did.
 *
 * @param detail for people, or null
 * @param revision of the configuration that was read, or null when none was
 * @param groups what became of each designated group's content
 * @param published ids of the groups whose index changed
 */
public record CaptureReport(
        String customerId, Outcome outcome, String detail, Long revision, List<Kept> groups, List<String> published) {

    static CaptureReport of(String customerId, Outcome outcome, String detail) {
        return new CaptureReport(customerId, outcome, detail, null, List.of(), List.of());
    }
}
