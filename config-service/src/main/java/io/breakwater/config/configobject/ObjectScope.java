package io.breakwater.config.configobject;

import io.breakwater.config.search.Where;

/** What a request may see of a resource. */
public interface ObjectScope {
    long customerId();

    long microtenantId();

    /** The condition that keeps a query inside. */
    Where where();
}
