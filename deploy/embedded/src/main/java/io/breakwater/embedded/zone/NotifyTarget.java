package io.breakwater.embedded.zone;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Who is told of each change of the zone.
 *
 * @param key signs the NOTIFY when it is there
 */
public record NotifyTarget(InetSocketAddress address, Optional<TsigKey> key) {
    public static NotifyTarget of(String host, int port, TsigKey key) {
        return new NotifyTarget(new InetSocketAddress(host, port), Optional.of(key));
    }
}
