package io.breakwater.config.configobject;

import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives new objects their id and their place. Safe for threads. */
@Singleton
public class NewObjects {
    private final SortableIds ids;

    NewObjects(Clock clock) {
        this.ids = new SortableIds(clock);
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
