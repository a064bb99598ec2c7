package io.breakwater.local.ports;

import io.breakwater.local.SuiteException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of each thing that listens, by its name: {@code config-service}, {@code config-service.management},
 * {@code dns-watcher.notify}, {@code app-connector-1}, … Safe for threads.
 */
public final class PortPlan {
    public static final int MANAGEMENT_OFFSET = 1000;
    private static final int FIRST_FREE = 20_000;
    private static final int LAST_FREE = 32_000; // below the ports that Linux gives to outgoing connections
    private static final int HIGHEST = 65_535;

    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Integer> overrides;
    private final int offset;
    private final boolean free;

    private PortPlan(int offset, Map<String, Integer> overrides, boolean free) {
        this.offset = offset;
        this.overrides = Map.copyOf(overrides);
        this.free = free;
        server("postgres", 15_432);
        server("kafka", 19_092);
        server("zone-server", 5354);
        service("config-service", 8081);
        service("snapshot-service", 8082);
        service("dr-controller", 8083);
        service("dns-watcher", 8084);
        server("dns-watcher.notify", 5353);
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
                .filter(name -> !plan.ports.containsKey(name) && !name.matches("(app-connector|service-edge)-[0-9]+"))
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

    /** Adds an agent's operator port and the one for its health; does nothing when it has them. */
    public synchronized void addAgent(String name, int standard) {
        if (!ports.containsKey(name)) {
            service(name, standard);
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

    private void service(String name, int standard) {
        server(name, standard);
        int management =
                overrides.containsKey(name) ? port(name) + MANAGEMENT_OFFSET : standard + MANAGEMENT_OFFSET + offset;
        put(name + ".management", management);
    }

    private void server(String name, int standard) {
        put(name, standard + offset);
    }

    private void put(String name, int port) {
        int chosen = free ? unused() : overrides.getOrDefault(name, port);
        if (chosen < 1 || chosen > HIGHEST) {
            throw new SuiteException("port " + chosen + " of " + name + " is not between 1 and " + HIGHEST);
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
