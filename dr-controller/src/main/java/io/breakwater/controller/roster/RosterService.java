package io.breakwater.controller.roster;

import io.breakwater.contracts.config.AgentCredential;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what config-service names. Safe for threads. */
@ApplicationScoped
public class RosterService {
    /** Name of the table by which a doubt names it. */
    public static final String TABLE = "agents";

    private final RosterRepository repository;

    RosterService(RosterRepository repository) {
        this.repository = repository;
    }

    /** The agent as config-service named it last, or nothing. */
    @WithSession
    public Uni<Optional<AgentCredential>> find(String agentId) {
        return repository.findById(agentId).map(row -> Optional.ofNullable(row).map(RosterMapping::read));
    }

    /** A tenant's agents, by name. */
    @WithSession
    public Uni<List<AgentCredential>> ofCustomer(String customerId) {
        return repository
                .ofCustomer(customerId)
                .map(rows -> rows.stream().map(RosterMapping::read).toList());
    }

    /** Whether nobody was ever read. */
    @WithSession
    Uni<Boolean> isEmpty() {
        return repository.count().map(count -> count == 0);
    }

    @WithSession
    public Uni<List<String>> agents() {
        return repository.agents();
    }

    /** Puts config-service's word in the place of what is stored. How many entries were others. */
    @WithTransaction
    public Uni<Long> replace(List<AgentCredential> told) {
        List<String> ids = told.stream().map(AgentCredential::agentId).toList();
        return repository.named(ids).chain(rows -> {
            Map<String, RosterEntity> stored = rows.stream().collect(Collectors.toMap(row -> row.agentId, row -> row));
            List<AgentCredential> others = told.stream()
                    .filter(one -> !isStored(one, stored.get(one.agentId())))
                    .toList();
            List<RosterEntity> fresh = others.stream()
                    .map(one -> written(one, stored.get(one.agentId())))
                    .filter(row -> !stored.containsKey(row.agentId))
                    .toList();
            Uni<Void> added = fresh.isEmpty() ? Uni.createFrom().voidItem() : repository.persist(fresh);
            return added.replaceWith((long) others.size());
        });
    }

    /** Forgets agents that config-service does not know. How many there were. */
    @WithTransaction
    public Uni<Long> forget(Set<String> agentIds) {
        return agentIds.isEmpty() ? Uni.createFrom().item(0L) : repository.forget(agentIds);
    }

    private static boolean isStored(AgentCredential told, RosterEntity row) {
        return row != null && RosterMapping.read(row).equals(told);
    }

    private static RosterEntity written(AgentCredential told, RosterEntity row) {
        RosterEntity target = row == null ? new RosterEntity() : row;
        RosterMapping.write(told, target);
        return target;
    }
}
