package io.breakwater.controller.convergence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares agents with the tenant's activation. Pure; one use for one answer.
 *
 * @param target what the tenant is at
 * @param acknowledgedAt by agent id: when it first acknowledged the target
 */
record Convergence(
        Target target,
        Map<String, Instant> acknowledgedAt,
        Duration lateAfter,
        Duration duplicateShownFor,
        Instant now) {

    /**
     * What agents are to follow.
     *
     * @param identity null before the first activation: then every agent in that mode follows
     * @param inForce false when the activation has ended and only the mode counts
     * @param since from when on it could be followed
     */
    record Target(String customerId, String identity, String mode, boolean inForce, Optional<Instant> since) {}

    ConvergenceView view(List<AgentEntity> agents) {
        List<AgentView> views = agents.stream().map(this::view).toList();
        List<Long> millis =
                views.stream().map(AgentView::millis).filter(Objects::nonNull).toList();
        Percentiles percentiles = Percentiles.of(millis);
        return new ConvergenceView(
                target.customerId(),
                target.identity(),
                target.mode(),
                target.since().orElse(null),
                (int) views.stream().filter(AgentView::acknowledged).count(),
                views.size(),
                (int) views.stream().filter(AgentView::late).count(),
                percentiles.p50(),
                percentiles.p95(),
                percentiles.p99(),
                views);
    }

    private AgentView view(AgentEntity agent) {
        boolean acknowledged = follows(agent);
        Instant first = acknowledged ? acknowledgedAt.get(agent.agentId) : null;
        return new AgentView(
                agent.agentId,
                agent.name,
                agent.kind,
                agent.groupId,
                agent.designated,
                agent.mode,
                agent.tenantMode,
                agent.identity,
                acknowledged,
                first,
                millis(first),
                !acknowledged && isLate(),
                isDuplicate(agent),
                agent.supersededCount,
                agent.bootId,
                agent.bootedAt,
                agent.modeSince,
                agent.snapshot,
                agent.snapshotSequence,
                agent.version,
                agent.certificateNotAfter,
                agent.diskUsed,
                agent.restarts,
                agent.heldReason,
                agent.lastError,
                StatusMapping.lastSwitch(agent),
                agent.lastSeen);
    }

    private boolean follows(AgentEntity agent) {
        boolean sameMode = target.mode().equals(agent.tenantMode);
        boolean same = !target.inForce() || Objects.equals(target.identity(), agent.identity);
        return sameMode && same;
    }

    private Long millis(Instant first) {
        if (first == null || target.since().isEmpty()) {
            return null;
        }
        return Math.max(0, Duration.between(target.since().get(), first).toMillis());
    }

    private boolean isLate() {
        return target.since()
                .filter(since -> since.plus(lateAfter).isBefore(now))
                .isPresent();
    }

    private boolean isDuplicate(AgentEntity agent) {
        return agent.supersededSeen != null
                && agent.supersededSeen.plus(duplicateShownFor).isAfter(now);
    }
}
