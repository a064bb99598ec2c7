package io.breakwater.dns;

import java.util.List;

/**
 * One name server of a zone. Its addresses are one authority, however many they are.
 *
 * @param name as the NS record gives it, without final dot
 * @param addresses IPv4 first; empty when none was found now: still one of the zone's authorities, but one that cannot be asked
 */
public record Authority(String name, List<ServerAddress> addresses) {
    public Authority {
        addresses = List.copyOf(addresses);
    }

    public boolean canBeAsked() {
        return !addresses.isEmpty();
    }
}
