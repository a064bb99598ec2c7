package io.breakwater.agent.bus;

import io.breakwater.agent.status.AgentMetrics;
import io.breakwater.agent.upkeep.IdentityHolder;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventCodec.Decoded;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.SnapshotPublished;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Reads records of the bus and picks those for this agent. What it cannot read is counted, logged without its content and skipped; an
 * event that comes twice is taken once. While it catches up with history only the last observation counts. For one thread.
 */
final class BusReader {
    private static final Logger LOG = Logger.getLogger(BusReader.class);
    private static final int REMEMBERED = 1024;

    private final IdentityHolder identity;
    private final BusEvents events;
    private final Runnable snapshotsChanged;
    private final AgentMetrics metrics;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Optional<DrObserved> waiting = Optional.empty();

    BusReader(IdentityHolder identity, BusEvents events, Runnable snapshotsChanged, AgentMetrics metrics) {
        this.identity = identity;
        this.events = events;
        this.snapshotsChanged = snapshotsChanged;
        this.metrics = metrics;
    }

    /** @param live false while catching up with history */
    void read(ConsumerRecord<String, byte[]> record, boolean live) {
        if (!isForUs(record.key())) {
            return;
        }
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        Decoded decoded = EventCodec.decode(headers, record.key(), record.value());
        if (decoded instanceof Decoded.Event event) {
            take(event.envelope(), live);
        } else if (decoded instanceof Decoded.UnknownType) {
            metrics.eventSkipped();
        } else if (decoded instanceof Decoded.Malformed malformed) {
            malformed(record.topic(), malformed.reason());
        }
    }

    /** History is over: judges the last observation of it. */
    void caughtUp() {
        Optional<DrObserved> last = waiting;
        waiting = Optional.empty();
        last.ifPresent(this::observed);
    }

    private boolean isForUs(String key) {
        return identity.identity()
                .map(known -> known.enrolment().customerId().equals(key)
                        || known.enrolment().groupId().equals(key))
                .orElse(false);
    }

    private void take(EventEnvelope<?> event, boolean live) {
        if (seen.put(event.source() + " " + event.id(), true) != null) {
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

    private void observed(DrObserved event) {
        try {
            events.observed(event);
        } catch (IllegalArgumentException e) {
            malformed("breakwater.dr.observed", e.getMessage());
        }
    }

    private void malformed(String topic, String reason) {
        metrics.eventMalformed();
        LOG.warnf("a malformed event on %s is skipped: %s", topic, reason);
    }
}
