package io.breakwater.watcher.settings;

import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.TrustedKey;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.dns.ServerAddress;
import io.breakwater.dns.ServerName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tenant's domain and what is needed to look its record up and to judge it. A key that cannot be read stays in the list and verifies
 * nothing, so that the tenant does not turn into one without a key.
 *
 * @param revision of the tenant's configuration
 * @param domain lower case, without final dot
 * @param recursive whether resolvers are asked instead of the zone's authorities
 * @param servers to ask instead of those that would be found; may be empty. A host name among them is looked up at the looks, not here: a
 *     name that cannot be resolved now must not leave its tenant unwatched
 */
public record WatchedDomain(
        String customerId,
        long revision,
        String domain,
        List<TrustedKey> keys,
        Policy policy,
        boolean recursive,
        List<ServerName> servers) {
    private static final Pattern HOST_NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    public WatchedDomain {
        keys = List.copyOf(keys);
        servers = List.copyOf(servers);
    }

    /**
     * Reads settings; looks nothing up.
     *
     * @return empty when the tenant has no DR domain
     * @throws IllegalArgumentException when they cannot be followed
     */
    public static Optional<WatchedDomain> of(DrSettings settings) {
        if (settings.domain() == null || settings.domain().isBlank()) {
            return Optional.empty();
        }
        DrSettings.DnsLookup lookup = settings.lookup();
        List<String> servers = lookup.servers() == null ? List.of() : lookup.servers();
        return Optional.of(new WatchedDomain(
                settings.customerId(),
                settings.revision(),
                hostName(settings.domain()),
                keys(settings),
                new Policy(settings.compatSignedText(), Replay.parse(settings.replay())),
                "recursive".equals(lookup.mode()),
                servers.stream()
                        .map(server -> ServerName.parse(server, ServerAddress.DNS_PORT))
                        .toList()));
    }

    /** Whether signed records count, and unsigned ones do not. */
    public boolean hasKey() {
        return !keys.isEmpty();
    }

    private static String hostName(String domain) {
        String name = domain.strip().toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!HOST_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the DR domain is no host name");
        }
        return name;
    }

    private static List<TrustedKey> keys(DrSettings settings) {
        return settings.publicKeys().stream()
                .map(key -> TrustedKey.orUnusable(key.pem() == null ? "" : key.pem()))
                .toList();
    }
}
