package io.breakwater.watcher.settings;

import io.breakwater.activation.Rrset;
import io.breakwater.contracts.event.DrStateChanged;
import java.util.List;
import java.util.Objects;

/** The records on which a state rests. Pure. */
final class AppliedEvidence {
    /** An RRset fits into one DNS message (RFC 1035, section 4.2.2). */
    private static final long MOST_OCTETS = 65_535;

    private AppliedEvidence() {}

    /** Empty when there are none, or when they are no record set. */
    static Rrset of(DrStateChanged state) {
        List<List<String>> records = state.evidence();
        if (records == null || octets(records) > MOST_OCTETS) {
            return Rrset.EMPTY;
        }
        try {
            return Rrset.ofLatin1(records);
        } catch (IllegalArgumentException e) {
            return Rrset.EMPTY;
        }
    }

    private static long octets(List<List<String>> records) {
        long octets = 0;
        for (List<String> record : records) {
            if (record == null || record.stream().anyMatch(Objects::isNull)) {
                return Long.MAX_VALUE;
            }
            octets += 1
                    + record.stream().mapToLong(string -> string.length() + 1L).sum();
        }
        return octets;
    }
}
