package io.breakwater.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/** A DNS server: address and port, UDP and TCP. */
public record ServerAddress(InetAddress address, int port) {
    public static final int DNS_PORT = 53;

    public ServerAddress {
        if (address == null || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a DNS server has an address and a port from 1 to 65535");
        }
    }

    /** With port 53 when the text has none. */
    public static ServerAddress parse(String text) {
        return parse(text, DNS_PORT);
    }

    /**
     * Reads {@code address}, {@code address:port}, {@code [v6]:port}. An address is looked up nowhere; a host name is, with the
     * system's resolver, which blocks.
     *
     * @throws IllegalArgumentException when it is none of these or the host is unknown; the message names the text
     */
    public static ServerAddress parse(String text, int defaultPort) {
        ServerName name = ServerName.parse(text, defaultPort);
        try {
            return new ServerAddress(InetAddress.getByName(name.host()), name.port());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no DNS server of the form address, address:port or [v6]:port", e);
        }
    }

    /** The resolvers that this machine is set up with (for example in {@code /etc/resolv.conf}); the loopback address when none is. */
    public static List<ServerAddress> systemResolvers() {
        List<ServerAddress> servers = ResolverConfig.getCurrentConfig().servers().stream()
                .filter(server -> server.getAddress() != null)
                .map(server -> new ServerAddress(server.getAddress(), server.getPort()))
                .toList();
        return servers.isEmpty() ? List.of(new ServerAddress(InetAddress.getLoopbackAddress(), DNS_PORT)) : servers;
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port);
    }

    /** {@code address:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        String host = address.getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
