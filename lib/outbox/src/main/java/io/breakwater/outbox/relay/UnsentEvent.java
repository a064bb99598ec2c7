package io.breakwater.outbox.relay;

import io.breakwater.platform.events.OutgoingRecord;
import java.time.OffsetDateTime;

/**
 * An outbox row.
 *
 * @param attempts how often sending it has failed
 */
record UnsentEvent(long id, OutgoingRecord outgoing, OffsetDateTime createdAt, int attempts) {
    /** Events with one ordering keep their order. */
    String ordering() {
        return outgoing.topic() + "/" + outgoing.key();
    }
}
