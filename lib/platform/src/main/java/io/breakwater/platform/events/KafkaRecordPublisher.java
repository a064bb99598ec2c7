package io.breakwater.platform.events;

import io.breakwater.contracts.event.EventType;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Signs events and sends them over the channel {@code breakwater-events}, whose producer has {@code acks=all}. Safe for threads. */
@Singleton
class KafkaRecordPublisher implements RecordPublisher {
    private static final int INLINE = 16_384;

    private final EventKeyFiles keys;
    private final Vertx vertx;
    private final long largest;
    private final Unsent unsent;
    private final MutinyEmitter<byte[]> emitter;

    KafkaRecordPublisher(
            EventKeyFiles keys,
            Vertx vertx,
            EventsConfig config,
            @Channel("breakwater-events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter) {
        this.keys = keys;
        this.vertx = vertx;
        this.largest = config.limits().value();
        this.unsent = new Unsent(config.maxUnsent());
        this.emitter = emitter;
    }

    @Override
    public Uni<Void> publish(OutgoingRecord outgoing) {
        return unsent.counted(
                size(outgoing), () -> signed(outgoing).chain(signed -> emitter.sendMessage(message(signed))));
    }

    /** Events are signed when they are sent, so that a new key needs no old rows. Dead letters are none of ours, and stay as they came. */
    private Uni<OutgoingRecord> signed(OutgoingRecord outgoing) {
        if (EventType.producerOn(outgoing.topic()).isEmpty()) {
            return Uni.createFrom().item(outgoing);
        }
        if (size(outgoing) > largest) {
            return Uni.createFrom()
                    .failure(
                            new RecordTooLargeException("larger than breakwater.events.limits.value allows consumers"));
        }
        return outgoing.value().length > INLINE
                ? Work.on(vertx, () -> outgoing.signed(keys.signer()))
                : Uni.createFrom().item(outgoing.signed(keys.signer()));
    }

    private static long size(OutgoingRecord outgoing) {
        return outgoing.value().length;
    }

    private static Message<byte[]> message(OutgoingRecord outgoing) {
        RecordHeaders headers = new RecordHeaders();
        outgoing.headers()
                .forEach((name, value) -> headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return Message.of(outgoing.value())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(outgoing.topic())
                        .withKey(outgoing.key())
                        .withHeaders(headers)
                        .build());
    }
}
