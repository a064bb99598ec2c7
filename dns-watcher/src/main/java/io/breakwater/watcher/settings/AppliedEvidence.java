package io.breakwater.watcher.settings;

import io.breakwater.activation.Rrset;
import io.breakwater.contracts.event.DrStateChanged;
import java.util.List;

/** The records on which a state rests. Pure. */
final class AppliedEvidence {
    private AppliedEvidence() {}

    /** Empty when there are none, or when they are no record set. How large one may be is checked where it is decoded. */
    static Rrset of(DrStateChanged state) {
        List<List<String>> records = state.evidence();
        if (records == null) {
            return Rrset.EMPTY;
        }
        try {
            return Rrset.ofLatin1(records);
        } catch (IllegalArgumentException e) {
            return Rrset.EMPTY;
        }
    }
}
