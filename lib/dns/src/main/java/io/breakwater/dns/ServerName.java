package io.breakwater.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.xbill.DNS.Address;

/**
 * A DNS server as people write it: {@code host}, {@code host:port}, {@code [v6]:port}. Nothing is looked up.
 *
 * @param host an address (an IPv6 one without brackets) or a host name
 */
public record ServerName(String host, int port) {

    public ServerName {
        if (host == null || host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a DNS server has a host and a port from 1 to 65535");
        }
    }

    /**
     * Reads it.
     *
     * @param defaultPort when the text has none
     * @throws IllegalArgumentException when it is of another form; the message names the text
     */
    public static ServerName parse(String text, int defaultPort) {
        String trimmed = text == null ? "" : text.strip();
        int bracket = trimmed.lastIndexOf(']');
        int colon = trimmed.lastIndexOf(':');
        boolean bareV6 = bracket < 0 && colon != trimmed.indexOf(':');
        boolean withPort = colon > bracket && !bareV6;
        try {
            String host = withPort ? trimmed.substring(0, colon) : trimmed;
            boolean inBrackets = host.startsWith("[") && host.endsWith("]");
            if (!inBrackets && (host.indexOf('[') >= 0 || bracket >= 0)) {
                throw new IllegalArgumentException("a bracket is missing");
            }
            return new ServerName(
                    inBrackets ? host.substring(1, host.length() - 1) : host,
                    withPort ? Integer.parseInt(trimmed.substring(colon + 1)) : defaultPort);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no DNS server of the form address, address:port or [v6]:port", e);
        }
    }

    /** The server, when the host is an address; empty when it is a name. */
    public Optional<ServerAddress> address() {
        try {
            // Of a text with a colon the JDK makes an address or nothing: it asks nobody.
            InetAddress address = host.indexOf(':') < 0 ? Address.getByAddress(host) : InetAddress.getByName(host);
            return Optional.of(new ServerAddress(address, port));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
