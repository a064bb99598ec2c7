package io.breakwater.config.readiness;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.agent.ConnectorEntity;
import io.breakwater.config.agent.EdgeEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.drview.DrViewService;
import io.breakwater.contracts.config.DrView;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a tenant and says what it lacks and how it hangs together. */
@Singleton
public class ReadinessService {
    private final DrViewService views;
    private final DomainAddresses addresses;
    private final AgentLooks looks;
    private final ConfigObjectRepository<ConnectorEntity> connectors =
            new ConfigObjectRepository<>(ConnectorEntity.class);
    private final ConfigObjectRepository<EdgeEntity> edges = new ConfigObjectRepository<>(EdgeEntity.class);

    ReadinessService(DrViewService views, DomainAddresses addresses, AgentLooks looks) {
        this.views = views;
        this.addresses = addresses;
        this.looks = looks;
    }

    /** Looks the DR domain's addresses up besides, and asks which agents can do that themselves. */
    public Uni<DrCoverageView> coverage(String customerId) {
        return facts(customerId).map(DrCoverage::of);
    }

    /** Fails with not found when the microtenant has no such object. */
    public Uni<ConfigGraphView> graph(String customerId, String microtenantId, String kind, String id) {
        String microtenant =
                Long.toString(TenantScope.of(customerId, microtenantId).microtenantId());
        return facts(customerId)
                .map(tenant -> ConfigGraph.of(tenant, microtenant)
                        .around(kind, id)
                        .orElseThrow(() -> ProblemException.notFound(kind)));
    }

    /** The same for both, so that they agree. */
    private Uni<TenantFacts> facts(String customerId) {
        return views.read(customerId)
                .chain(view -> looks.unable(view.customerId())
                        .chain(unable -> addresses.of(view.drSettings()).chain(found -> facts(view, unable, found))));
    }

    private Uni<TenantFacts> facts(DrView view, Optional<Set<String>> unable, Optional<Set<String>> domainAddresses) {
        long customer = TenantScope.tenant(view.customerId());
        return Panache.withSession(() -> connectors
                .ofTenant(customer)
                .chain(found -> edges.ofTenant(customer)
                        .map(others -> new TenantFacts(view, of(found), of(others), unable, domainAddresses))));
    }

    private List<AgentFacts> of(List<? extends AgentEntity> agents) {
        return agents.stream().map(this::of).toList();
    }

    private AgentFacts of(AgentEntity agent) {
        return new AgentFacts(
                agent.id.toString(),
                agent.name,
                agent.enabled,
                agent.groupId.toString(),
                agent.microtenantId.toString(),
                addresses(agent));
    }

    /** As addresses that were looked up are written: IPv6 has many ways. */
    private static String canonical(String literal) {
        try {
            return InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    private static Set<String> addresses(AgentEntity agent) {
        if (agent instanceof EdgeEntity edge && edge.publishIps.length > 0) {
            return Arrays.stream(edge.publishIps)
                    .map(ReadinessService::canonical)
                    .collect(Collectors.toSet());
        }
        return agent.publicIp == null ? Set.of() : Set.of(canonical(agent.publicIp));
    }
}
