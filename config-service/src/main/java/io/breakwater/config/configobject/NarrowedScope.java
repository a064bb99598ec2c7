package io.breakwater.config.configobject;

import io.breakwater.config.search.Where;

/** A part of another scope. */
public record NarrowedScope(ObjectScope whole, Where condition) implements ObjectScope {
    @Override
    public long customerId() {
        return whole.customerId();
    }

    @Override
    public long microtenantId() {
        return whole.microtenantId();
    }

    @Override
    public Where where() {
        return whole.where().and(condition);
    }
}
