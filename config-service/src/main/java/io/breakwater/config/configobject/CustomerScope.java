package io.breakwater.config.configobject;

import io.breakwater.config.search.Where;
import java.util.Map;

/** All of a tenant, whatever the microtenant: for what belongs to the tenant as a whole. */
public record CustomerScope(long customerId) implements ObjectScope {
    /** The whole tenant that a request is in. */
    public static CustomerScope of(ObjectScope scope) {
        return new CustomerScope(scope.customerId());
    }

    @Override
    public long microtenantId() {
        return TenantScope.DEFAULT_MICROTENANT;
    }

    @Override
    public Where where() {
        return Where.of("e.customerId = :customerId", Map.of("customerId", customerId));
    }
}
