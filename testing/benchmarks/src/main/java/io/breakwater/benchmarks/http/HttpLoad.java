package io.breakwater.benchmarks.http;

import io.breakwater.benchmarks.report.Measured;
import io.breakwater.benchmarks.report.Samples;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls a server over a number of connections, each with one request under way, for some time. */
public final class HttpLoad {
    private final URI server;

    public HttpLoad(URI server) {
        this.server = server;
    }

    /**
     * Each connection sends one request at least.
     *
     * @param requests the whole octets of the n-th request; called by all connections at once, each number comes once
     * @throws IOException when an answer is no success
     */
    public Measured run(IntFunction<byte[]> requests, int connections, Duration time)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Callable<Samples>> tasks = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                int first = connection;
                tasks.add(() -> call(requests, first, connections, end));
            }
            Samples all = new Samples();
            for (Future<Samples> one : threads.invokeAll(tasks)) {
                all.addAll(one.get());
            }
            return new Measured(all, all.count() / ((System.nanoTime() - start) / 1e9));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Samples call(IntFunction<byte[]> requests, int first, int step, long end) throws IOException {
        Samples samples = new Samples();
        try (Wire wire = new Wire(server)) {
            int number = first;
            do {
                byte[] request = requests.apply(number);
                long before = System.nanoTime();
                wire.exchange(request);
                samples.add(System.nanoTime() - before);
                number += step;
            } while (System.nanoTime() < end);
        }
        return samples;
    }

    /** Sends one request and gives the length of the answer's body in octets. */
    public long once(byte[] request) throws IOException {
        try (Wire wire = new Wire(server)) {
            return wire.exchange(request);
        }
    }
}
