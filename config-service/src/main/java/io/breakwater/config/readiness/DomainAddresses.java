package io.breakwater.config.readiness;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.dns.Asking;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.ServerAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks up where a DR domain leads. Never on an event loop; what is not learned is not absence (I3). */
@Singleton
class DomainAddresses {
    private static final Logger LOG = Logger.getLogger(DomainAddresses.class);
    private static final String RECURSIVE = "recursive";

    private final DnsLookups lookups;
    private final ReadinessConfig config;
    private final Vertx vertx;

    DomainAddresses(ReadinessConfig config, Vertx vertx) {
        this.lookups = DnsLookups.create(DnsLookupSettings.DEFAULT.withTimeout(config.lookupTimeout()));
        this.config = config;
        this.vertx = vertx;
    }

    @PreDestroy
    void close() throws Exception {
        lookups.close();
    }

    /** Empty when nobody answered, or there is no domain. Comes back to the caller's context. */
    Uni<Optional<Set<String>>> of(DrSettings settings) {
        if (settings.domain() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Context caller = vertx.getOrCreateContext();
        return vertx.executeBlocking(() -> servers(settings))
                .chain(servers -> Uni.createFrom()
                        .completionStage(lookups.addresses(settings.domain(), servers, asking(settings))))
                .map(DomainAddresses::found)
                .onFailure()
                .invoke(failure -> LOG.debugf("%s cannot be looked up: %s", settings.domain(), failure))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .emitOn(caller::runOnContext);
    }

    /** A tenant may name servers by host names, whose look-up blocks. */
    private List<ServerAddress> servers(DrSettings settings) {
        List<String> own = settings.lookup().servers();
        List<String> named = own.isEmpty() ? config.resolvers().orElse(List.of()) : own;
        return named.isEmpty()
                ? ServerAddress.systemResolvers()
                : named.stream().map(ServerAddress::parse).toList();
    }

    private static Asking asking(DrSettings settings) {
        boolean authorities = !settings.lookup().servers().isEmpty()
                && !RECURSIVE.equals(settings.lookup().mode());
        return authorities ? Asking.AUTHORITY : Asking.RECURSIVE;
    }

    private static Optional<Set<String>> found(LookupResult<InetAddress> result) {
        if (result instanceof LookupResult.Found<InetAddress> found) {
            return Optional.of(
                    found.records().stream().map(InetAddress::getHostAddress).collect(Collectors.toSet()));
        }
        return result instanceof LookupResult.Absent ? Optional.of(Set.of()) : Optional.empty();
    }
}
