package io.breakwater.snapshot.mode;

import java.util.Locale;

/** Why what was told is not believed as it stands. */
public enum ModeDoubt {
    /** The tenant's settings are not known here. */
    UNKNOWN_TENANT,
    /** The sequence is far from the one that is known. */
    SEQUENCE_JUMPS,
    /** It is about another DR domain than the tenant's. */
    OTHER_DOMAIN,
    /** The tenant has no key, so that a record proves nothing. */
    NO_KEY,
    /** Nothing that verifies shows the mode. */
    NO_EVIDENCE,
    /** The evidence verifies and shows another mode. */
    EVIDENCE_SAYS_OTHERWISE;

    /** For metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
