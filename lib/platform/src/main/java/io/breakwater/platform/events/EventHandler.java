package io.breakwater.platform.events;

import io.breakwater.contracts.event.EventEnvelope;
import io.smallrye.mutiny.Uni;

/**
 * What a service does with an event, in most cases one {@code @WithTransaction} method. It is called on the Vert.x context of the
 * message and its failure is sorted by {@link FailureRule}: throw {@link PoisonEventException} for content that can never be processed.
 */
@FunctionalInterface
public interface EventHandler<T> {
    Uni<Void> handle(EventEnvelope<T> event);

    /** The key of a compacted topic was deleted. Nothing by default. */
    default Uni<Void> deleted(String key) {
        return Uni.createFrom().voidItem();
    }
}
