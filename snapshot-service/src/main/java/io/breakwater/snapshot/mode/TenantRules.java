package io.breakwater.snapshot.mode;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.TrustedKey;
import io.breakwater.contracts.event.DrSettings;
import java.util.List;
import java.util.Objects;

/**
 * How a tenant's record is judged, by what config-service itself said over REST.
 *
 * @param domain without final dot, or null when none is set
 */
record TenantRules(String domain, List<TrustedKey> keys, Policy policy, AbsencePolicy absence) {

    static TenantRules of(DrSettings settings) {
        return new TenantRules(
                settings.domain(),
                settings.publicKeys().stream()
                        .filter(Objects::nonNull)
                        .map(key -> TrustedKey.orUnusable(key.pem() == null ? "" : key.pem()))
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
