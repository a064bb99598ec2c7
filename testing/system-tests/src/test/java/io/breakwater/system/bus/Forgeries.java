package io.breakwater.system.bus;

import io.breakwater.activation.signing.DrKeys;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.event.VerdictView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events that lie about one tenant. */
final class Forgeries {
    private static final ReplayView NOTHING = new ReplayView(null, null, null, Map.of());

    private final String customerId;
    private final String domain;

    Forgeries(String customerId, String domain) {
        this.customerId = customerId;
        this.domain = domain;
    }

    EventEnvelope<DrStateChanged> state(String mode, long sequence) {
        return state(mode, sequence, NOTHING);
    }

    EventEnvelope<DrStateChanged> replayAhead(long sequence) {
        long ahead = Instant.now().plus(Duration.ofDays(400)).getEpochSecond();
        return state("NORMAL", sequence, new ReplayView(ahead, "ff".repeat(32), null, Map.of()));
    }

    private EventEnvelope<DrStateChanged> state(String mode, long sequence, ReplayView replay) {
        Instant now = Instant.now();
        DrStateChanged state = new DrStateChanged(
                customerId,
                domain,
                mode,
                mode,
                "ab".repeat(32),
                null,
                null,
                now,
                sequence,
                null,
                replay,
                List.of(),
                now);
        return EventEnvelope.of("/dr-controller", customerId, now, state);
    }

    EventEnvelope<DrSettings> settings(long revision, DrKeys keys) {
        DrPublicKey key = new DrPublicKey("1", keys.publicKey().fingerprint(), keys.publicPem());
        DrSettings settings = new DrSettings(
                customerId,
                revision,
                domain,
                List.of(key),
                Duration.ofDays(14).toSeconds(),
                "strict",
                "keep",
                true,
                new DnsLookup("authoritative", List.of()));
        return EventEnvelope.of("/config-service", customerId, Instant.now(), settings);
    }

    /** The zone's server denies the record, it says, at that time. */
    EventEnvelope<DrObserved> denial(String server, Instant seenAt) {
        DrObserved observed = new DrObserved(
                customerId,
                domain,
                List.of(),
                List.of(new AuthorityAnswer(server, "ABSENT", null, null, 100)),
                null,
                seenAt,
                new VerdictView("NONE", "NO_RECORD", null, null, null, null),
                "POLL");
        return EventEnvelope.of("/dns-watcher", customerId, Instant.now(), observed);
    }

    /** An agent that says it is of another time, not designated and elsewhere. */
    EventEnvelope<AgentStatus> status(String agentId, String groupId) {
        Instant now = Instant.now();
        AgentStatus status = new AgentStatus(
                agentId,
                customerId,
                groupId,
                AgentKind.APP_CONNECTOR,
                "forged",
                UUID.randomUUID().toString(),
                Instant.parse("2099-01-01T00:00:00Z"),
                1,
                false,
                "NORMAL",
                "NORMAL",
                null,
                now,
                null,
                null,
                "0.1.0",
                null,
                null,
                0,
                null,
                null,
                null,
                now,
                null);
        return EventEnvelope.of("/agents/" + agentId, agentId, now, status);
    }
}
