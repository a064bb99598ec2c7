package io.breakwater.config.apikey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.role.RoleDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** A tenant's API keys. */
@Singleton
public class ApiKeyService extends ConfigObjectService<ApiKeyEntity> {
    private final RoleDirectory roles;

    ApiKeyService(NewObjects newObjects, TenantWrites writes, RoleDirectory roles) {
        super(ApiKeyEntity.SHAPE, ApiKeyEntity.class, ApiKeyEntity::new, newObjects, writes);
        this.roles = roles;
    }

    @Override
    protected void initialize(ApiKeyEntity key, ObjectScope scope) {
        ApiKeys.giveSecret(key);
    }

    @Override
    protected Uni<Void> admit(ApiKeyEntity key, ObjectNode body) {
        return roles.requireGrantable(key, key.roleId);
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<ApiKeyEntity> page, List<ObjectNode> views) {
        views.forEach(view -> view.put("isLocked", false).put("syncVersion", "0"));
        return Uni.createFrom().voidItem();
    }

    /** The one answer that holds the secret. */
    @Override
    protected ObjectNode asCreated(ApiKeyEntity key, ObjectNode view) {
        return super.asCreated(key, view).put("clientSecret", key.secret);
    }
}
