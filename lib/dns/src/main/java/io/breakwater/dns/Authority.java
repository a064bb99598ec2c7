package io.breakwater.dns;

import java.util.List;

/**
 * One name server of a zone. Its addresses are one authority, however many they are.
 *
 * @param name as the NS record gives it, without final dot
 * @param addresses IPv4 first; never empty
 */
public record Authority(String name, List<ServerAddress> addresses) {
    public Authority {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("the authority " + name + " has no address");
        }
    }
}
