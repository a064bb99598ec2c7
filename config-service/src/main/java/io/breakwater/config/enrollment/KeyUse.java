package io.breakwater.config.enrollment;

import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Looks provisioning keys up and counts their use. Works in the caller's transaction. */
@Singleton
class KeyUse {
    private static final String USE = "update provisioning_key set usage_count = usage_count + 1"
            + " where id = :id and enabled and usage_count < max_usage"
            + " and (expiration_in_epoch_sec is null or expiration_in_epoch_sec >= :now)";

    private final Clock clock;

    KeyUse(Clock clock) {
        this.clock = clock;
    }

    /** Fails with {@link Problem#PROVISIONING_KEY_UNKNOWN}. */
    Uni<ProvisioningKeyEntity> find(String text) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from ProvisioningKeyEntity k where k.keySha256 = :digest", ProvisioningKeyEntity.class)
                        .setParameter("digest", RandomSecrets.digest(text.trim()))
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        Problem.PROVISIONING_KEY_UNKNOWN, "No group has this provisioning key; copy it again, whole."));
    }

    /** Counts one use, or fails and says why it may not be used. One statement decides, so uses never exceed the maximum. */
    Uni<Void> use(ProvisioningKeyEntity key) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE)
                        .setParameter("id", key.id)
                        .setParameter("now", now.getEpochSecond())
                        .executeUpdate()
                        .call(() -> session.refresh(key)))
                .invoke(used -> {
                    if (used == 0) {
                        throw refusal(key, now);
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException refusal(ProvisioningKeyEntity key, Instant now) {
        if (!key.enabled) {
            return new ProblemException(Problem.PROVISIONING_KEY_DISABLED, "The provisioning key is disabled.");
        }
        if (key.expirationInEpochSec != null && key.expirationInEpochSec < now.getEpochSecond()) {
            return new ProblemException(Problem.PROVISIONING_KEY_DISABLED, "The provisioning key has expired.");
        }
        return new ProblemException(
                Problem.PROVISIONING_KEY_USED_UP,
                "The provisioning key was used " + key.usageCount + " times of " + key.maxUsage
                        + "; raise maxUsage or make another key.");
    }
}
