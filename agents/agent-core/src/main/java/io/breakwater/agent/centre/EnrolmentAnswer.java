package io.breakwater.agent.centre;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.ReplayView;
import java.util.List;

/** config-service's answer to an enrolment. Times are ISO 8601, certificates and keys PEM. */
public record EnrolmentAnswer(
        String agentId,
        String customerId,
        String groupId,
        AgentKind groupKind,
        String groupName,
        boolean designated,
        String certificate,
        String caCertificate,
        DrSettings drSettings,
        ReplayView replay,
        List<String> snapshotPublicKeys,
        List<EventKey> eventKeys) {}
