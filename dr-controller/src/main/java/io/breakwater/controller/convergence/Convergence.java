package io.breakwater.controller.convergence;

import io.breakwater.contracts.config.AgentCredential;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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

    /**
     * An agent that config-service names.
     *
     * @param status what it said of itself last, or null before its first word
     */
    record Member(AgentCredential named, AgentEntity status) {
        boolean counts() {
            return named.enabled() && named.designated();
        }
    }

    ConvergenceView view(List<Member> members) {
        List<AgentView> views = members.stream().map(this::view).toList();
        List<AgentView> expected = views.stream()
                .filter(view -> view.enabled() && view.designated())
                .toList();
        Percentiles percentiles = Percentiles.of(expected.stream()
                .map(AgentView::millis)
                .filter(Objects::nonNull)
                .toList());
        return new ConvergenceView(
                target.customerId(),
                target.identity(),
                target.mode(),
                target.since().orElse(null),
                count(expected, AgentView::acknowledged),
                expected.size(),
                count(expected, AgentView::late),
                count(expected, view -> !view.ready()),
                percentiles.p50(),
                percentiles.p95(),
                percentiles.p99(),
                views);
    }

    private static int count(List<AgentView> views, Predicate<AgentView> what) {
        return (int) views.stream().filter(what).count();
    }

    private AgentView view(Member member) {
        AgentEntity agent = member.status() == null ? new AgentEntity() : member.status();
        AgentCredential named = member.named();
        boolean acknowledged = follows(agent);
        Instant first = acknowledged ? acknowledgedAt.get(named.agentId()) : null;
        String notReady = Readiness.of(member.status());
        return new AgentView(
                named.agentId(),
                named.name(),
                named.kind() == null ? null : named.kind().name(),
                named.groupId(),
                named.enabled(),
                named.designated(),
                agent.mode,
                agent.tenantMode,
                agent.identity,
                acknowledged,
                first,
                millis(first),
                member.counts() && !acknowledged && isLate(),
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
                StatusMapping.drLookup(agent),
                notReady == null,
                notReady,
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
