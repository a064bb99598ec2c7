package io.breakwater.controller.convergence;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.breakwater.contracts.event.AgentStatus;
import java.time.Instant;

/**
 * An agent, and whether it follows the tenant's activation.
 *
 * @param mode what it serves in; @param tenantMode what the record means by its own evaluation
 * @param acknowledged whether its last word is the tenant's activation and mode
 * @param millis from when the activation could be followed to its first acknowledgement, or null
 * @param late not acknowledged for longer than the setting allows
 * @param duplicateCertificate whether a second process has lately spoken with its certificate
 * @param supersededStatuses how often a superseded boot spoke
 * @param enabled whether an administrator lets it work; @param designated whether its group is designated for DR: by config-service's word
 * @param drLookup its own last look at the DR domain, or null
 * @param ready whether it could follow a record by itself; @param notReady why not, or null
 */
public record AgentView(
        String agentId,
        String name,
        String kind,
        String groupId,
        boolean enabled,
        boolean designated,
        String mode,
        String tenantMode,
        String identity,
        boolean acknowledged,
        Instant acknowledgedAt,
        Long millis,
        boolean late,
        boolean duplicateCertificate,
        long supersededStatuses,
        String bootId,
        Instant bootedAt,
        Instant modeSince,
        String snapshot,
        Long snapshotSequence,
        String version,
        Instant certificateNotAfter,
        Double diskUsed,
        long restarts,
        String heldReason,
        String lastError,
        AgentStatus.Switch lastSwitch,
        AgentStatus.DrLookup drLookup,
        boolean ready,
        String notReady,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant lastSeen) {}
