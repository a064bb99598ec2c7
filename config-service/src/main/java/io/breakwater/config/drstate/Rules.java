package io.breakwater.config.drstate;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.TrustedKey;
import io.breakwater.contracts.event.DrSettings;
import java.util.List;

/**
 * How a tenant's record is judged: this service's own settings, never told ones.
 *
 * @param domain without final dot, or null when none is set
 */
record Rules(String domain, List<TrustedKey> keys, Policy policy, AbsencePolicy absence) {
    static Rules of(DrSettings settings) {
        return new Rules(
                settings.domain(),
                settings.publicKeys().stream()
                        .map(key -> TrustedKey.orUnusable(key.pem()))
                        .toList(),
                new Policy(settings.compatSignedText(), Replay.parse(settings.replay())),
                AbsencePolicy.parse(settings.absence()));
    }

    /** Without a key a record proves nothing: anybody can write one. */
    boolean hasKey() {
        return !keys.isEmpty();
    }

    boolean isFor(String other) {
        return domain != null && domain.equalsIgnoreCase(other);
    }
}
