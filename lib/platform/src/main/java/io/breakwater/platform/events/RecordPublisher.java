package io.breakwater.platform.events;

import io.smallrye.mutiny.Uni;

/** Sends Kafka records: the one way out of a service. */
public interface RecordPublisher {
    /** Completes when every in-sync replica has the record; fails when the broker does not acknowledge in time. Emits on any thread. */
    Uni<Void> publish(OutgoingRecord outgoing);
}
