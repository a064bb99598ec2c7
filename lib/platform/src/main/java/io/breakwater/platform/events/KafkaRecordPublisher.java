package io.breakwater.platform.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends over the channel {@code breakwater-events}, whose producer has {@code acks=all}. Safe for threads. */
@Singleton
class KafkaRecordPublisher implements RecordPublisher {
    private final MutinyEmitter<byte[]> emitter;

    KafkaRecordPublisher(
            @Channel("breakwater-events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public Uni<Void> publish(OutgoingRecord outgoing) {
        return Uni.createFrom().deferred(() -> emitter.sendMessage(message(outgoing)));
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
