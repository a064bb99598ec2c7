package io.breakwater.config.provisioning;

import io.breakwater.config.wire.Refusal;
import io.breakwater.contracts.event.AgentKind;
import java.util.Arrays;
import java.util.Optional;

/** What kind of group a provisioning key enrols into. Clients list all types in turn; the suite has groups of two of them. */
public enum AssociationType {
    CONNECTOR_GRP(AgentKind.APP_CONNECTOR),
    SERVICE_EDGE_GRP(AgentKind.SERVICE_EDGE),
    NP_ASSISTANT_GRP(null),
    SITE_CONTROLLER_GRP(null),
    EXPORTER_GRP(null);

    private final AgentKind kind;

    AssociationType(AgentKind kind) {
        this.kind = kind;
    }

    /** What enrols with such a key; empty for a type that the suite has no groups of. */
    public Optional<AgentKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** @throws io.breakwater.platform.problem.ProblemException not found */
    public static AssociationType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(name));
    }
}
