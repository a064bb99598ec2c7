package io.breakwater.config.signin;

import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.platform.security.Roles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tenants' API keys. Works in the caller's session. */
@Singleton
public class ApiKeys {
    private final NewObjects newObjects;
    private final Clock clock;

    ApiKeys(NewObjects newObjects, Clock clock) {
        this.newObjects = newObjects;
        this.clock = clock;
    }

    /** A new key for administration. */
    public Uni<NewApiKey> create(long customerId, String name) {
        String secret = RandomSecrets.next();
        ApiKeyEntity key = new ApiKeyEntity();
        key.id = newObjects.nextId();
        key.customerId = customerId;
        key.name = name;
        key.role = Roles.ADMIN;
        key.enabled = true;
        key.secretSha256 = RandomSecrets.digest(secret);
        key.creationTime = clock.instant();
        return Panache.getSession()
                .chain(session -> session.persist(key))
                .replaceWith(new NewApiKey(key.id.toString(), secret));
    }

    /** Null when there is none. */
    Uni<ApiKeyEntity> find(long id) {
        return Panache.getSession().chain(session -> session.find(ApiKeyEntity.class, id));
    }
}
