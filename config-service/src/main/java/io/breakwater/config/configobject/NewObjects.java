package io.breakwater.config.configobject;

import io.breakwater.config.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives new objects their id and their place. Safe for threads. */
@Singleton
public class NewObjects {
    private final SortableIds ids;
    private final Limits limits;

    NewObjects(Clock clock, Limits limits) {
        this.ids = new SortableIds(clock);
        this.limits = limits;
    }

    /** How many there may be. */
    public Limits limits() {
        return limits;
    }

    public long nextId() {
        return ids.next();
    }

    public <E extends ConfigObject> E place(ObjectScope scope, E object) {
        object.id = ids.next();
        object.customerId = scope.customerId();
        object.microtenantId = scope.microtenantId();
        return object;
    }
}
