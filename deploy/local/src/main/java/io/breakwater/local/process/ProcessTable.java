package io.breakwater.local.process;

import io.breakwater.local.SuiteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The processes of a suite by name. Safe for threads. */
public final class ProcessTable {
    private final ExecutorService threads = Executors.newCachedThreadPool(ProcessTable::thread);
    private final Map<String, ManagedProcess> processes = new LinkedHashMap<>();

    public synchronized void add(ManagedProcess process) {
        processes.put(process.name(), process);
    }

    /** @throws IllegalArgumentException when nothing is called so */
    public synchronized ManagedProcess get(String name) {
        ManagedProcess process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("nothing is called " + name + ", there are " + processes.keySet());
        }
        return process;
    }

    public synchronized boolean has(String name) {
        return processes.containsKey(name);
    }

    /** In the order in which they depend on each other. */
    public synchronized List<ManagedProcess> all() {
        return List.copyOf(processes.values());
    }

    /** Starts them at the same time; completes when each is healthy, or with the first failure. */
    public CompletableFuture<Void> start(Collection<String> names, Consumer<ManagedProcess> healthy) {
        return each(names, process -> {
            process.start();
            healthy.accept(process);
        });
    }

    /** Stops those of them that run, at the same time, and waits. */
    public void stop(Collection<String> names) {
        await(each(names, ManagedProcess::stop));
    }

    /** Stops them for good: what is being started is ended too, and nothing can be started afterwards. */
    public void close(Collection<String> names) {
        await(each(names, ManagedProcess::close));
    }

    /** Runs a task beside the caller. */
    public CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, threads);
    }

    /** Waits and throws what went wrong as it was thrown. */
    public static void await(CompletableFuture<?> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new SuiteException("unexpected: " + e.getCause(), e);
        }
    }

    private CompletableFuture<Void> each(Collection<String> names, Consumer<ManagedProcess> action) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        for (String name : names) {
            ManagedProcess process = get(name);
            CompletableFuture<Void> one = run(() -> action.accept(process));
            one.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            });
            running.add(one);
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).thenRun(() -> firstFailure.complete(null));
        return firstFailure;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "suite");
        thread.setDaemon(true);
        return thread;
    }
}
