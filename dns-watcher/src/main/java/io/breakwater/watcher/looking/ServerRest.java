package io.breakwater.watcher.looking;

import io.breakwater.dns.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leaves failing servers alone for a while that doubles with each failure; an answer ends it. Safe for threads. */
final class ServerRest {
    private static final int MAX_DOUBLINGS = 16;

    private final Duration initial;
    private final Duration max;
    private final int most;
    private final Map<ServerAddress, Failures> failing = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ServerAddress, Failures> eldest) {
            return size() > most;
        }
    };

    /** @param most servers that are remembered; those that failed first are forgotten first */
    ServerRest(Duration initial, Duration max, int most) {
        this.most = most;
        this.initial = initial;
        this.max = max;
    }

    synchronized boolean isResting(ServerAddress server, Instant now) {
        Failures failures = failing.get(server);
        return failures != null && now.isBefore(failures.until());
    }

    synchronized void answered(ServerAddress server) {
        failing.remove(server);
    }

    synchronized void failed(ServerAddress server, Instant now) {
        int count = failing.containsKey(server) ? failing.get(server).count() + 1 : 1;
        Duration rest = initial.multipliedBy(1L << Math.min(count - 1, MAX_DOUBLINGS));
        failing.put(server, new Failures(count, now.plus(rest.compareTo(max) < 0 ? rest : max)));
    }

    private record Failures(int count, Instant until) {}
}
