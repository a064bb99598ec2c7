package io.breakwater.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The port for DNS. Every stage completes normally with a result, in bounded time; it never completes with an exception. Stages
 * complete on the implementation's own threads: hop before blocking or working long. Safe for threads.
 */
public interface DnsLookups extends AutoCloseable {
    /** How many CNAMEs are followed. */
    int MAX_ALIASES = 8;

    /** Look-ups over UDP with EDNS 1232, without it where it is not known, over TCP after truncation. */
    static DnsLookups create(DnsLookupSettings settings) {
        return new WireLookups(settings);
    }

    /**
     * The TXT records at a domain: of each its character-strings as raw octets. The servers are asked one after the other, the next
     * one when the one before failed or let {@link DnsLookupSettings#hedgeAfter} pass; the first observation wins.
     *
     * @param domain with or without final dot
     */
    CompletionStage<LookupResult<List<byte[]>>> txt(String domain, List<ServerAddress> servers, Asking asking);

    /** The same from one server, with one retransmission. */
    default CompletionStage<LookupResult<List<byte[]>>> txt(String domain, ServerAddress server, Asking asking) {
        return txt(domain, List.of(server), asking);
    }

    /**
     * The same from the zone's own servers; a CNAME is followed to the authorities of its target, and on to theirs, at most
     * {@value #MAX_ALIASES} times. Never an {@link LookupResult.Alias}.
     *
     * @param authorities of the zone that holds the domain
     * @param resolvers to find the authorities of an alias's target with
     * @param authorityPort on which those listen, 53 in the world
     */
    default CompletionStage<LookupResult<List<byte[]>>> txtOfAuthority(
            String domain, List<ServerAddress> authorities, List<ServerAddress> resolvers, int authorityPort) {
        return new AliasChase(this, resolvers, authorityPort).txt(domain, authorities);
    }

    /** The A and AAAA records at a domain. Found when there is one of either; absent when both are denied. */
    CompletionStage<LookupResult<InetAddress>> addresses(String domain, List<ServerAddress> servers, Asking asking);

    /**
     * The name servers of the zone that holds the domain (of a CNAME there: the zone of the alias, not of its target).
     *
     * @param resolvers to ask, recursively
     * @param authorityPort on which the authorities listen, 53 in the world
     */
    CompletionStage<AuthoritiesResult> findAuthorities(String domain, List<ServerAddress> resolvers, int authorityPort);

    /**
     * The same look-ups for questions that can wait: they leave a quarter of each server's share to others and never queue for it, but
     * end as {@link LookupResult.Reason#PACED} at once. Shares threads and limits; not to be closed.
     */
    DnsLookups inBackground();

    /** Stops the threads. Look-ups on the way end as unavailable or not at all. */
    @Override
    void close();
}
