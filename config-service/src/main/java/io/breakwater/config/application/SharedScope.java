package io.breakwater.config.application;

import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.search.Where;
import java.util.Map;

/** A microtenant's own application segments and those that are shared with it. */
record SharedScope(ObjectScope own) implements ObjectScope {
    @Override
    public long customerId() {
        return own.customerId();
    }

    @Override
    public long microtenantId() {
        return own.microtenantId();
    }

    @Override
    public Where where() {
        return Where.of(
                "e.customerId = :customerId and (e.microtenantId = :microtenantId or e.id in"
                        + " (select s.applicationId from ApplicationShareEntity s where s.customerId = :customerId"
                        + " and s.microtenantId = :microtenantId))",
                Map.of("customerId", customerId(), "microtenantId", microtenantId()));
    }
}
