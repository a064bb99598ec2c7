package io.breakwater.watcher.settings;

import io.breakwater.contracts.event.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Makes the topic a table: partitions are read from their beginning whenever they are assigned. Revoked tenants stay watched until the
 * new assignment is known, because two watchers for a moment are better than none.
 */
@ApplicationScoped
@Identifier("settings-table")
class TablePartitions implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(TablePartitions.class);

    private final TenantTable table;

    TablePartitions(TenantTable table) {
        this.table = table;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        Set<Integer> settings = consumer.assignment().stream()
                .filter(partition -> Topics.DR_SETTINGS.equals(partition.topic()))
                .map(TopicPartition::partition)
                .collect(Collectors.toUnmodifiableSet());
        table.keepOnly(
                new Share(settings, consumer.partitionsFor(Topics.DR_SETTINGS).size()));
    }
}
