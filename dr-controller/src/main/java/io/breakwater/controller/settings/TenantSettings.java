package io.breakwater.controller.settings;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.TrustedKey;
import io.breakwater.contracts.event.DrSettings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is needed to judge a tenant's record.
 *
 * @param domain lower case, without final dot, or null when none is set yet
 * @param keys one that cannot be read stays in the list and verifies nothing, so that unsigned records do not begin to count
 */
public record TenantSettings(
        String customerId, long revision, String domain, List<TrustedKey> keys, Policy policy, AbsencePolicy absence) {

    /** Stands for no key at all. */
    public static final String UNSIGNED = "-";

    /** @throws IllegalArgumentException when a policy is none that we know */
    public static TenantSettings of(DrSettings settings) {
        List<DrSettings.DrPublicKey> keys = settings.publicKeys() == null ? List.of() : settings.publicKeys();
        Replay replay = settings.replay() == null ? Replay.STRICT : Replay.parse(settings.replay());
        return new TenantSettings(
                settings.customerId(),
                settings.revision(),
                normal(settings.domain()),
                keys.stream().map(key -> TrustedKey.orUnusable(key.pem())).toList(),
                new Policy(settings.compatSignedText(), replay),
                settings.absence() == null ? AbsencePolicy.KEEP : AbsencePolicy.parse(settings.absence()));
    }

    /** Fingerprints of the keys that make a record count; {@link #UNSIGNED} when it counts without. */
    public Set<String> grounds() {
        return keys.isEmpty()
                ? Set.of(UNSIGNED)
                : keys.stream().map(TrustedKey::fingerprint).collect(Collectors.toSet());
    }

    /** Whether that is the tenant's DR domain, whatever its case and final dot. */
    public boolean isFor(String name) {
        return domain != null && domain.equals(normal(name));
    }

    private static String normal(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
