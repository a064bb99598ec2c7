package io.breakwater.agent.dnslook;

import io.breakwater.dns.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * @param servers {@code host:port} of the resolvers; empty: the system's
 * @param interval between two looks, give or take {@code jitter} of it
 * @param retry first wait after a look that failed
 * @param authorityPort on which the domain's name servers listen
 */
public record DnsSettings(List<String> servers, Duration interval, double jitter, Duration retry, int authorityPort) {

    /**
     * The resolvers that can be asked now: one that is named by host and cannot be resolved keeps nobody from asking the others. Blocks
     * while host names are looked up.
     *
     * @throws IllegalArgumentException when none can be read; the message names the setting and the last one
     */
    public List<ServerAddress> resolvers() {
        if (servers.isEmpty()) {
            return ServerAddress.systemResolvers();
        }
        List<ServerAddress> usable = new ArrayList<>();
        IllegalArgumentException unusable = null;
        for (String server : servers) {
            try {
                usable.add(ServerAddress.parse(server));
            } catch (IllegalArgumentException e) {
                unusable = e;
            }
        }
        if (usable.isEmpty()) {
            throw new IllegalArgumentException(
                    "breakwater.agent.dns.servers names no resolver that can be asked: " + unusable.getMessage(),
                    unusable);
        }
        return usable;
    }
}
