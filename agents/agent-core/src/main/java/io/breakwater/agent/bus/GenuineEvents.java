package io.breakwater.agent.bus;

import io.breakwater.agent.status.AgentMetrics;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.EventVerifier;
import io.breakwater.contracts.signature.ProducerKeys;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Lets through what its producer signed, by the keys that came with the enrolment or a signed index: never from the bus. What is
 * unsigned, foreign, altered or too large has no effect; it is counted and, now and then, said. For one thread.
 *
 * <p>An agent that was told no keys, because it enrolled before there were any, takes nothing from the bus until its next index.
 */
final class GenuineEvents {
    private static final Duration SAID_AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final TrustStore trust;
    private final Signals signals;
    private final Clock clock;
    private List<EventKey> keys = List.of();
    private EventVerifier verifier = new EventVerifier(ProducerKeys.of(List.of()));
    private boolean missedForKeys;
    private boolean refused;
    private Instant saidAt = Instant.MIN;
    private Instant refusedAt = Instant.MIN;

    GenuineEvents(TrustStore trust, Signals signals, Clock clock) {
        this.trust = trust;
        this.signals = signals;
        this.clock = clock;
    }

    /** Whether it is genuine; also of a tombstone. Call it before anything of it is decoded. */
    boolean isGenuine(ConsumerRecord<String, byte[]> record) {
        takeKeys();
        if (record.value() == BoundedOctets.TOO_LARGE) {
            return refuse(Refusal.TOO_LARGE);
        }
        if (keys.isEmpty()) {
            missedForKeys = true;
            signals.metrics().eventRefused(AgentMetrics.NO_KEYS);
            say(
                    "this agent knows no keys of events yet, so it takes nothing from the bus and relies on its own look-ups");
            return false;
        }
        try {
            verifier.verify(received(record));
            return true;
        } catch (EventRefusedException e) {
            missedForKeys |= e.refusal() == Refusal.FOREIGN_KEY;
            return refuse(e.refusal());
        }
    }

    /** Whether other keys came since something was refused for want of a key: then what was read is to be read again. Once. */
    boolean hasNewKeys() {
        if (missedForKeys && takeKeys()) {
            missedForKeys = false;
            return true;
        }
        return false;
    }

    /** Once nothing was refused for a while, nothing is wrong any more. */
    void settle() {
        if (refused && clock.instant().isAfter(refusedAt.plus(QUIET))) {
            refused = false;
            signals.troubles().clear(Trouble.BUS);
        }
    }

    private boolean takeKeys() {
        List<EventKey> now = Optional.of(trust)
                .flatMap(TrustStore::trust)
                .map(Trust::eventKeys)
                .orElse(List.of());
        if (now.equals(keys)) {
            return false;
        }
        keys = now;
        verifier = new EventVerifier(ProducerKeys.of(now));
        return true;
    }

    private boolean refuse(Refusal refusal) {
        signals.metrics().eventRefused(refusal.label());
        say("the bus carries an event for this agent that is not believed: " + refusal.reason());
        return false;
    }

    private void say(String sentence) {
        Instant now = clock.instant();
        refused = true;
        refusedAt = now;
        if (saidAt.equals(Instant.MIN) || !now.isBefore(saidAt.plus(SAID_AT_MOST_EVERY))) {
            saidAt = now;
            signals.troubles().raise(Trouble.BUS, sentence);
        }
    }

    static ReceivedEvent received(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return new ReceivedEvent(record.topic(), record.key(), headers, record.value());
    }
}
