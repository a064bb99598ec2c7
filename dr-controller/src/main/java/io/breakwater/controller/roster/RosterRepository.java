package io.breakwater.controller.roster;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Queries of {@code roster}. */
@Singleton
class RosterRepository implements PanacheRepositoryBase<RosterEntity, String> {
    Uni<List<RosterEntity>> named(List<String> agentIds) {
        return list("agentId in ?1", agentIds);
    }

    Uni<List<RosterEntity>> ofCustomer(String customerId) {
        return list("customerId = ?1 order by name, agentId", customerId);
    }

    Uni<List<String>> agents() {
        return find("select agentId from RosterEntity").project(String.class).list();
    }

    Uni<Long> forget(Set<String> agentIds) {
        return delete("agentId in ?1", agentIds);
    }
}
