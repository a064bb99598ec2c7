package io.breakwater.local.ports;

import io.breakwater.local.SuiteException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of each thing that listens, by its name: {@code config-service}, {@code config-service.management},
 * {@code dns-watcher.notify}, {@code app-connector-1}, … No two of the documented ports are equal modulo 1000, so suites whose offsets
 * differ by thousands never meet. Safe for threads.
 */
public final class PortPlan {
    private static final int FIRST_FREE = 20_000;
    private static final int LAST_FREE = 32_000; // below the ports that Linux gives to outgoing connections
    private static final int HIGHEST = 65_535;
    private static final int LOWEST_STANDARD = 5353;
    private static final int HIGHEST_STANDARD = 19_092;

    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Integer> overrides;
    private final int offset;
    private final boolean free;

    private PortPlan(int offset, Map<String, Integer> overrides, boolean free) {
        if (offset < -LOWEST_STANDARD + 1 || offset > HIGHEST - HIGHEST_STANDARD) {
            throw new SuiteException(
                    "--port-offset %d would leave the range of ports: choose one between %d and %d, for example 1000"
                            .formatted(offset, -LOWEST_STANDARD + 1, HIGHEST - HIGHEST_STANDARD));
        }
        this.offset = offset;
        this.overrides = Map.copyOf(overrides);
        this.free = free;
        listener("postgres", 15_432);
        listener("kafka", 19_092);
        listener("zone-server", 5354);
        service("config-service", 8081, 18_181);
        service("snapshot-service", 8082, 18_182);
        service("dr-controller", 8083, 18_183);
        service("dns-watcher", 8084, 18_184);
        listener("dns-watcher.notify", 5353);
    }

    /**
     * The documented ports.
     *
     * @param offset added to each of them
     * @param overrides ports by name, which count as they are
     */
    public static PortPlan standard(int offset, Map<String, Integer> overrides) {
        PortPlan plan = new PortPlan(offset, overrides, false);
        overrides.keySet().stream()
                .filter(name -> !plan.ports.containsKey(name)
                        && !name.matches("(app-connector|service-edge)-[0-9]+(\\.management)?"))
                .findFirst()
                .ifPresent(name -> {
                    throw new SuiteException("nothing is called " + name + ": a port can be chosen for "
                            + String.join(", ", plan.ports.keySet()) + " and each agent");
                });
        return plan;
    }

    /** Ports that nobody uses at the moment, other ones with each call. */
    public static PortPlan free() {
        return new PortPlan(0, Map.of(), true);
    }

    /** Whether the ports were whatever was free. */
    public boolean isFree() {
        return free;
    }

    public int offset() {
        return offset;
    }

    /** The ports that were chosen by name. */
    public Map<String, Integer> overrides() {
        return overrides;
    }

    /** Adds an agent's operator port and the one for its health; does nothing when it has them. */
    public synchronized void addAgent(String name, int standard, int management) {
        if (!ports.containsKey(name)) {
            service(name, standard, management);
        }
    }

    public synchronized int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("nothing listens for " + name);
        }
        return port;
    }

    public int management(String name) {
        return port(name + ".management");
    }

    public synchronized Map<String, Integer> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    private void service(String name, int standard, int management) {
        listener(name, standard);
        listener(name + ".management", management);
    }

    private void listener(String name, int standard) {
        put(name, standard + offset);
    }

    private void put(String name, int port) {
        int chosen = free ? unused() : overrides.getOrDefault(name, port);
        if (chosen < 1 || chosen > HIGHEST) {
            throw new SuiteException("port " + chosen + " of " + name + " is not between 1 and " + HIGHEST
                    + ": choose another with --port " + name + "=N");
        }
        ports.put(name, chosen);
    }

    private int unused() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
            if (!ports.containsValue(port) && PortCheck.isFree(port)) {
                return port;
            }
        }
        throw new SuiteException("no free port between " + FIRST_FREE + " and " + LAST_FREE);
    }
}
