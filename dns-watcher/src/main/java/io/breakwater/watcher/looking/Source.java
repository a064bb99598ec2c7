package io.breakwater.watcher.looking;

import io.breakwater.dns.Asking;
import io.breakwater.dns.ServerAddress;
import java.util.List;

/**
 * One voice: an authority with all its addresses, or the resolvers, who all say what the authorities said.
 *
 * @param name for people
 * @param servers empty when no address of it is known now: it cannot be asked, but it counts
 */
public record Source(String name, List<ServerAddress> servers, Asking asking) {
    public Source {
        servers = List.copyOf(servers);
    }

    boolean canBeAsked() {
        return !servers.isEmpty();
    }
}
