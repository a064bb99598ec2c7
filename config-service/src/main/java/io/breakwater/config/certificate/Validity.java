package io.breakwater.config.certificate;

import java.time.Duration;
import java.time.Instant;

/** When a certificate is valid (RFC 5280, section 4.1.2.5). Both ends count. */
record Validity(Instant notBefore, Instant notAfter) {
    private static final Duration BACKDATED = Duration.ofMinutes(5);

    /** From now on; a little earlier, for those whose clock is behind. */
    static Validity from(Instant now, Duration life) {
        return new Validity(now.minus(BACKDATED), now.plus(life));
    }

    Validity endingBy(Instant latest) {
        return notAfter.isBefore(latest) ? this : new Validity(notBefore, latest);
    }
}
