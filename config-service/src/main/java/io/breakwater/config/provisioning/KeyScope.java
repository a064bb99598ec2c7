package io.breakwater.config.provisioning;

import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.search.Where;
import java.util.Map;

/** The keys of one type: a key is to be seen under its own type only. */
record KeyScope(TenantScope tenant, AssociationType type) implements ObjectScope {
    @Override
    public long customerId() {
        return tenant.customerId();
    }

    @Override
    public long microtenantId() {
        return tenant.microtenantId();
    }

    @Override
    public Where where() {
        return tenant.where().and(Where.of("e.associationType = :associationType", Map.of("associationType", type)));
    }
}
