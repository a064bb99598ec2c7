package io.breakwater.agent.bus;

import io.breakwater.agent.pace.Backoff;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.StatusReporter;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends statuses one after the other and forgets each only when the broker has it. No Kafka is no failure: it tries again with back-off.
 * The step of a loop, woken when there is something to send.
 */
public final class StatusSender implements PacedLoop.Step {
    private static final Duration UNTIL_WOKEN = Duration.ofMinutes(5);

    private final BusSettings settings;
    private final StatusReporter reporter;
    private final StatusSigner signer;
    private final Backoff backoff;
    private KafkaProducer<String, byte[]> producer;

    public StatusSender(BusSettings settings, StatusReporter reporter, StatusSigner signer, Backoff backoff) {
        this.settings = settings;
        this.reporter = reporter;
        this.signer = signer;
        this.backoff = backoff;
    }

    @Override
    public Duration run() throws InterruptedException {
        Optional<EventEnvelope<AgentStatus>> next = reporter.next();
        if (next.isEmpty()) {
            return UNTIL_WOKEN;
        }
        try {
            send(next.get());
            reporter.sent(next.get());
            backoff.reset();
            return Duration.ZERO;
        } catch (InterruptException | InterruptedException e) {
            Thread.interrupted(); // set again by Kafka's exception; closing must not fail on it
            disconnect();
            throw new InterruptedException("the status sender is stopping");
        } catch (ExecutionException | KafkaException e) {
            disconnect();
            return backoff.next();
        }
    }

    private void send(EventEnvelope<AgentStatus> event) throws ExecutionException, InterruptedException {
        if (producer == null) {
            producer = new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
        }
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(event.type().topic(), event.key(), EventCodec.value(event));
        signer.headers(event)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    private void disconnect() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
