package io.breakwater.snapshot.capture;

import io.breakwater.snapshot.eventkeys.EventKeys;
import io.breakwater.snapshot.eventkeys.EventKeysConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Has the indexes made anew when a producer's key came or went, so that agents know a new one before it is used. */
@Singleton
class KeyChanges {
    private final CaptureClaims claims;
    private final EventKeys keys;
    private final EventKeysConfig config;

    KeyChanges(CaptureClaims claims, EventKeys keys, EventKeysConfig config) {
        this.claims = claims;
        this.keys = keys;
        this.config = config;
    }

    Uni<Integer> follow() {
        return claims.requestForKeys(keys.digest(), config.patience());
    }
}
