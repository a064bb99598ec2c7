package io.breakwater.config.enrollment;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.ReplayView;
import java.time.Instant;
import java.util.List;

/**
 * All that a new agent needs to start on its own.
 *
 * @param designated whether its group is designated for DR
 * @param caCertificate the issuing certificate and those above it, up to the tenant's root
 * @param drSettings what it trusts until it has a signed snapshot index
 * @param replay what was applied before, or null
 * @param snapshotPublicKeys PEM, Ed25519
 * @param eventKeys by which the events are known that agents listen to
 * @param mode the tenant's, as config-service last heard
 */
public record EnrollmentView(
        String agentId,
        String customerId,
        String groupId,
        AgentKind groupKind,
        String groupName,
        boolean designated,
        String certificate,
        String caCertificate,
        Instant certificateNotAfter,
        DrSettings drSettings,
        ReplayView replay,
        List<String> snapshotPublicKeys,
        List<EventKey> eventKeys,
        String mode) {}
