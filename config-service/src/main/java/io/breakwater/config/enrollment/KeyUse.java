package io.breakwater.config.enrollment;

import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Looks provisioning keys up and counts their use. Works in the caller's transaction. */
@Singleton
class KeyUse {
    private static final String USE = "update provisioning_key set usage_count = usage_count + 1"
            + " where id = :id and enabled and usage_count < max_usage"
            + " and (expiration_in_epoch_sec is null or expiration_in_epoch_sec >= :now)";

    private static final String STATE = "select k.enabled, k.expirationInEpochSec, k.usageCount, k.maxUsage"
            + " from ProvisioningKeyEntity k where k.id = :id";

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
                .failWith(KeyUse::unknown);
    }

    /** Counts one use, or fails and says why it may not be used. One statement decides, so uses never exceed the maximum. */
    Uni<Void> use(ProvisioningKeyEntity key) {
        long now = clock.instant().getEpochSecond();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USE)
                        .setParameter("id", key.id)
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(used -> used == 1 ? Uni.createFrom().voidItem() : refuse(key.id, now));
    }

    /** Reads columns, not the entity: that one may have been read before the tenant's lock was taken. */
    private static Uni<Void> refuse(long keyId, long now) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(STATE, Object[].class)
                        .setParameter("id", keyId)
                        .getSingleResultOrNull())
                .chain(state -> Uni.createFrom().failure(state == null ? unknown() : refusal(state, now)));
    }

    private static ProblemException refusal(Object[] state, long now) {
        if (!(Boolean) state[0]) {
            return new ProblemException(Problem.PROVISIONING_KEY_DISABLED, "The provisioning key is disabled.");
        }
        if (state[1] != null && (Long) state[1] < now) {
            return new ProblemException(Problem.PROVISIONING_KEY_DISABLED, "The provisioning key has expired.");
        }
        return new ProblemException(
                Problem.PROVISIONING_KEY_USED_UP,
                "The provisioning key was used " + state[2] + " times of " + state[3]
                        + "; raise maxUsage or make another key.");
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.PROVISIONING_KEY_UNKNOWN, "No group has this provisioning key; copy it again, whole.");
    }
}
