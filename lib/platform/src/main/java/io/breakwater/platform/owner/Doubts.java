package io.breakwater.platform.owner;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where a service says that something which it was told cannot be believed: the copy that it doubts is compared with its owner soon. Needs
 * nothing, so that anybody may have it. Safe for threads.
 */
@Singleton
public class Doubts {
    private final Map<String, Consumer<String>> tables = new ConcurrentHashMap<>();

    /**
     * Has the table compared. Cheap, however often it is called.
     *
     * @param table of a {@link Resynced}; one that there is not is nothing
     * @param reason a constant: it is the value of a metric's tag
     */
    public void raise(String table, String reason) {
        Consumer<String> listener = tables.get(table);
        if (listener != null) {
            listener.accept(reason);
        }
    }

    void listen(String table, Consumer<String> listener) {
        tables.put(table, listener);
    }
}
