package io.breakwater.controller.convergence;

import io.breakwater.controller.history.HistoryService;
import io.breakwater.controller.state.DrStateService;
import io.breakwater.controller.state.DrStateView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers which agents follow the activation. Stateless. */
@ApplicationScoped
public class ConvergenceService {
    private final DrStateService states;
    private final HistoryService history;
    private final AgentMembers members;
    private final AcknowledgementRepository acknowledgements;
    private final ConvergenceFactory comparisons;

    ConvergenceService(
            DrStateService states,
            HistoryService history,
            AgentMembers members,
            AcknowledgementRepository acknowledgements,
            ConvergenceFactory comparisons) {
        this.states = states;
        this.history = history;
        this.members = members;
        this.acknowledgements = acknowledgements;
        this.comparisons = comparisons;
    }

    /** Fails with a problem when the tenant is not known here. */
    @WithSession
    public Uni<ConvergenceView> of(String customerId) {
        return states.view(customerId)
                .chain(this::target)
                .chain(target -> acknowledgedAt(target)
                        .chain(first -> members.of(customerId)
                                .map(named -> comparisons.of(target, first).view(named))));
    }

    private Uni<Convergence.Target> target(DrStateView state) {
        String identity = state.identity() == null ? state.appliedIdentity() : state.identity();
        boolean inForce = state.identity() != null;
        if (identity == null) {
            return Uni.createFrom()
                    .item(new Convergence.Target(state.customerId(), null, state.mode(), false, Optional.empty()));
        }
        return history.effectiveSince(state.customerId(), identity, state.mode())
                .map(since -> new Convergence.Target(state.customerId(), identity, state.mode(), inForce, since));
    }

    private Uni<Map<String, Instant>> acknowledgedAt(Convergence.Target target) {
        if (target.identity() == null) {
            return Uni.createFrom().item(Map.of());
        }
        return acknowledgements
                .of(target.customerId(), target.identity(), target.mode())
                .map(ConvergenceService::byAgent);
    }

    private static Map<String, Instant> byAgent(List<AcknowledgementEntity> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.agentId, row -> row.acknowledgedAt));
    }
}
