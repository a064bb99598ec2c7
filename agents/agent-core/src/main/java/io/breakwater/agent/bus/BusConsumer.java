package io.breakwater.agent.bus;

import io.breakwater.agent.pace.Backoff;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.upkeep.IdentityHolder;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Follows the observations and the snapshot announcements from the beginning, without a consumer group: every agent reads everything and
 * keeps what is for it. No Kafka is no failure: it tries again with back-off and says so once. The step of a loop.
 */
public final class BusConsumer implements PacedLoop.Step {
    private static final Logger LOG = Logger.getLogger(BusConsumer.class);
    private static final Duration NOT_ENROLLED = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RECHECK = Duration.ofSeconds(30);

    private final BusSettings settings;
    private final IdentityHolder identity;
    private final BusReader reader;
    private final Backoff backoff;
    private KafkaConsumer<String, byte[]> consumer;
    private Map<TopicPartition, Long> history = Map.of();
    private boolean live;
    private boolean absenceSaid;
    private long recheckAtNanos;

    BusConsumer(BusSettings settings, IdentityHolder identity, BusReader reader, Backoff backoff) {
        this.settings = settings;
        this.identity = identity;
        this.reader = reader;
        this.backoff = backoff;
    }

    @Override
    public Duration run() throws InterruptedException {
        if (identity.identity().isEmpty()) {
            return NOT_ENROLLED;
        }
        try {
            follow();
            backoff.reset();
            return Duration.ZERO;
        } catch (InterruptException | WakeupException e) {
            Thread.interrupted(); // set again by Kafka's exception; closing must not fail on it
            disconnect();
            throw new InterruptedException("the bus consumer is stopping");
        } catch (KafkaException e) {
            disconnect();
            sayAbsent(e);
            return backoff.next();
        }
    }

    private void follow() throws InterruptedException {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    settings.consumer(), new BoundedOctets.Keys(), new BoundedOctets(settings.maxEventSize()));
        }
        if (consumer.assignment().isEmpty() || System.nanoTime() - recheckAtNanos >= 0) {
            assign();
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            reader.read(record, live);
        }
        if (reader.wantsToReadAgain()) {
            consumer.assign(List.of());
            return;
        }
        if (!live && isHistoryRead()) {
            live = true;
            reader.caughtUp();
        }
    }

    private void assign() {
        List<TopicPartition> found = partitions();
        recheckAtNanos = System.nanoTime() + RECHECK.toNanos();
        if (consumer.assignment().containsAll(found)) {
            return;
        }
        consumer.assign(found);
        consumer.seekToBeginning(found);
        history = consumer.endOffsets(found, settings.timeout());
        live = false;
        absenceSaid = false;
        LOG.infof("bus: following %d partitions at %s", found.size(), settings.bootstrapServers());
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> found = new ArrayList<>();
        for (String topic : List.of(Topics.DR_OBSERVED, Topics.SNAPSHOT_PUBLISHED)) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, settings.timeout());
            if (partitions != null) {
                partitions.forEach(one -> found.add(new TopicPartition(topic, one.partition())));
            }
        }
        if (found.isEmpty()) {
            throw new TimeoutException("the topics are not there yet");
        }
        return found;
    }

    private boolean isHistoryRead() {
        return history.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), settings.timeout()) >= end.getValue());
    }

    private void sayAbsent(KafkaException failure) {
        if (!absenceSaid) {
            LOG.infof("bus: not there (%s), the agent goes on without it", Words.of(failure));
            absenceSaid = true;
        }
    }

    private void disconnect() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            consumer = null;
            live = false;
        }
    }
}
