package io.breakwater.config.drsettings;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import java.util.List;

/** A tenant's DR settings with its keys, as they were read together. */
record StoredSettings(DrSettingsEntity settings, List<DrPublicKeyEntity> keys) {
    /** What travels to everybody who judges the tenant's record. */
    DrSettings event() {
        List<DrPublicKey> publicKeys = keys.stream()
                .map(key -> new DrPublicKey(key.id.toString(), key.fingerprint, key.pem))
                .toList();
        return new DrSettings(
                settings.customerId.toString(),
                settings.revision,
                settings.domain,
                publicKeys,
                settings.maxAuthenticationAgeSeconds,
                settings.replay,
                settings.absence,
                settings.compatSignedText,
                new DnsLookup(settings.lookupMode, List.of(settings.lookupServers)));
    }
}
