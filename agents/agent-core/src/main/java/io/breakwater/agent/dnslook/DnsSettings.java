package io.breakwater.agent.dnslook;

import io.breakwater.dns.ServerAddress;
import java.time.Duration;
import java.util.List;

/**
 * @param servers {@code host:port} of the resolvers; empty: the system's
 * @param interval between two looks, give or take {@code jitter} of it
 * @param retry first wait after a look that failed
 * @param authorityPort on which the domain's name servers listen
 */
public record DnsSettings(List<String> servers, Duration interval, double jitter, Duration retry, int authorityPort) {

    /** @throws IllegalArgumentException when one cannot be read; the message names it */
    public List<ServerAddress> resolvers() {
        return servers.isEmpty()
                ? ServerAddress.systemResolvers()
                : servers.stream().map(ServerAddress::parse).toList();
    }
}
