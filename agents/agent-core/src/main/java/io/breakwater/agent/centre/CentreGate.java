package io.breakwater.agent.centre;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open except in ACTIVE. Closing it ends every call on the way at once and refuses new ones, so that in ACTIVE nothing of the
 * configuration comes from or goes to the centre. Safe for threads.
 */
public final class CentreGate {
    private final Set<CompletableFuture<?>> onTheWay = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    public boolean isOpen() {
        return open;
    }

    public void open() {
        open = true;
    }

    /** Refuses new calls, then ends those on the way. */
    public void close() {
        open = false;
        onTheWay.forEach(call -> call.cancel(true));
    }

    /** Lets a call through; it is cancelled when the gate closes. */
    <T> CompletableFuture<T> admit(CompletableFuture<T> call) {
        onTheWay.add(call);
        call.whenComplete((result, failure) -> onTheWay.remove(call));
        if (!open) {
            call.cancel(true);
        }
        return call;
    }
}
