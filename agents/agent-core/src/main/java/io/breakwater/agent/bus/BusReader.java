package io.breakwater.agent.bus;

import io.breakwater.agent.status.AgentMetrics;
import io.breakwater.agent.upkeep.IdentityHolder;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventCodec.Decoded;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.SnapshotPublished;
import io.breakwater.contracts.event.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Reads records of the bus and picks those for this agent. What it cannot read is counted, logged without its content and skipped; an
 * event that comes twice is taken once. While it catches up with history only the last observation counts. For one thread.
 */
final class BusReader {
    private static final Logger LOG = Logger.getLogger(BusReader.class);
    private static final int REMEMBERED = 1024;
    private static final int LONGEST_ID = 256;

    private final IdentityHolder identity;
    private final BusEvents events;
    private final Runnable snapshotsChanged;
    private final AgentMetrics metrics;
    private final GenuineEvents genuine;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Optional<DrObserved> waiting = Optional.empty();

    BusReader(
            IdentityHolder identity,
            BusEvents events,
            Runnable snapshotsChanged,
            AgentMetrics metrics,
            GenuineEvents genuine) {
        this.identity = identity;
        this.events = events;
        this.snapshotsChanged = snapshotsChanged;
        this.metrics = metrics;
        this.genuine = genuine;
    }

    /** @param live false while catching up with history */
    void read(ConsumerRecord<String, byte[]> record, boolean live) throws InterruptedException {
        if (!isForUs(record.key()) || !genuine.isGenuine(record)) {
            return;
        }
        Decoded decoded = EventCodec.decode(GenuineEvents.received(record).headers(), record.key(), record.value());
        if (decoded instanceof Decoded.Event event) {
            take(event.envelope(), live);
        } else if (decoded instanceof Decoded.UnknownType) {
            metrics.eventSkipped();
        } else if (decoded instanceof Decoded.Malformed malformed) {
            malformed(record.topic(), malformed.reason());
        }
    }

    /** History is over: judges the last observation of it. */
    void caughtUp() throws InterruptedException {
        Optional<DrObserved> last = waiting;
        waiting = Optional.empty();
        if (last.isPresent()) {
            observed(last.get());
        }
    }

    /** Whether what was read is to be read again, because keys came that were missing. */
    boolean wantsToReadAgain() {
        genuine.settle();
        if (genuine.hasNewKeys()) {
            seen.clear();
            return true;
        }
        return false;
    }

    private boolean isForUs(String key) {
        return identity.identity()
                .map(known -> known.enrolment().customerId().equals(key)
                        || known.enrolment().groupId().equals(key))
                .orElse(false);
    }

    private void take(EventEnvelope<?> event, boolean live) throws InterruptedException {
        if (event.id().length() > LONGEST_ID) {
            malformed(event.type().topic(), "its id is too long");
        } else if (seen.put(event.source() + " " + event.id(), true) != null) {
            metrics.eventRepeated();
        } else if (event.data() instanceof DrObserved observed) {
            if (live) {
                observed(observed);
            } else {
                waiting = Optional.of(observed);
            }
        } else if (event.data() instanceof SnapshotPublished) {
            snapshotsChanged.run();
        }
    }

    private void observed(DrObserved event) throws InterruptedException {
        try {
            events.observed(event);
        } catch (IllegalArgumentException e) {
            malformed(Topics.DR_OBSERVED, "it cannot be what it says it is");
        }
    }

    private void malformed(String topic, String reason) {
        metrics.eventMalformed();
        LOG.warnf("a malformed event on %s is skipped: %s", topic, reason);
    }
}
