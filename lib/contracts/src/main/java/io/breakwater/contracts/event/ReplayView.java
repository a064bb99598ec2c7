package io.breakwater.contracts.event;

import java.util.Map;

/**
 * The replay state of a tenant and domain ({@code docs/activation-record.md}, section 6).
 *
 * @param lastT start time of the last applied activation that had one, or null
 * @param lastIdentity of the last applied activation, or null
 * @param lastX its end time, or null
 * @param superseded identities that must not come again, with their end times ({@link Long#MAX_VALUE}: none)
 */
public record ReplayView(Long lastT, String lastIdentity, Long lastX, Map<String, Long> superseded) {
    public ReplayView {
        Bounded.items("superseded", superseded, 10_000);
    }
}
