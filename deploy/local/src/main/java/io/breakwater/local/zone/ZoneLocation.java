package io.breakwater.local.zone;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A server with a zone, and how to change it.
 *
 * @param origin the zone's name, for example {@code breakwater.test}
 * @param updateKey signs dynamic updates; empty: the suite does not change the zone
 */
public record ZoneLocation(InetSocketAddress address, String origin, Optional<TsigKey> updateKey) {
    public static final String LOCAL_ORIGIN = "breakwater.test";

    /** Starts or names the server that is used instead of the suite's own. */
    @FunctionalInterface
    public interface Provider {
        /** @param watcher who is to be told of changes by NOTIFY */
        ZoneLocation locate(NotifyTarget watcher);
    }

    /** The name of the sample tenant's activation record. */
    public String drDomain() {
        return "dr." + origin;
    }

    /** {@code host:port}. */
    public String server() {
        return address.getHostString() + ":" + address.getPort();
    }

    /** @throws IllegalStateException when there is no key for updates */
    public ZoneClient client() {
        return new ZoneClient(
                address,
                origin,
                updateKey.orElseThrow(
                        () -> new IllegalStateException("there is no key to update " + origin + " with")));
    }
}
