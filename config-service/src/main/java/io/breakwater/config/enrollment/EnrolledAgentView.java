package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.contracts.event.AgentKind;
import java.time.Instant;

/** An enrolled agent as the other services see it. */
public record EnrolledAgentView(
        String id,
        String name,
        AgentKind kind,
        String groupId,
        Instant enrolledAt,
        Instant certificateNotAfter,
        boolean enabled) {
    static EnrolledAgentView of(AgentEntity agent) {
        return new EnrolledAgentView(
                agent.id.toString(),
                agent.name,
                agent.kind(),
                agent.groupId.toString(),
                agent.creationTime,
                agent.certificateNotAfter,
                agent.enabled);
    }
}
