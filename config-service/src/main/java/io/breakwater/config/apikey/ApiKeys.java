package io.breakwater.config.apikey;

import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.role.BuiltInRole;
import io.breakwater.config.secrets.RandomSecrets;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** API keys as sign-in and a new tenant need them. Works in the caller's session. */
@Singleton
public class ApiKeys {
    private static final long TOKEN_SECONDS = 3_600;

    private final NewObjects newObjects;
    private final Clock clock;

    ApiKeys(NewObjects newObjects, Clock clock) {
        this.newObjects = newObjects;
        this.clock = clock;
    }

    /** A new tenant's key, which may do everything. */
    public Uni<NewApiKey> createFirst(long customerId) {
        ApiKeyEntity key =
                newObjects.place(new TenantScope(customerId, TenantScope.DEFAULT_MICROTENANT), new ApiKeyEntity());
        key.name = "First API key";
        key.enabled = true;
        key.roleId = BuiltInRole.ADMINISTRATOR.id();
        key.tokenExpiryTimeInSec = TOKEN_SECONDS;
        key.pinSessionEnabled = false;
        key.creationTime = clock.instant();
        key.modifiedTime = key.creationTime;
        giveSecret(key);
        return Panache.getSession()
                .chain(session -> session.persist(key))
                .replaceWith(new NewApiKey(key.id.toString(), key.secret));
    }

    static void giveSecret(ApiKeyEntity key) {
        key.secret = RandomSecrets.next();
        key.secretSha256 = RandomSecrets.digest(key.secret);
    }

    /** Null when there is none. */
    public Uni<ApiKeyEntity> find(long id) {
        return Panache.getSession().chain(session -> session.find(ApiKeyEntity.class, id));
    }
}
