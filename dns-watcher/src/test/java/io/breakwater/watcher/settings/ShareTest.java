package io.breakwater.watcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A replica's share of the tenants")
class ShareTest {

    @Test
    void isWhatTheProducersPartitionerMakesOfTheKeys() {
        Share share = new Share(Set.of(0), 12);
        List<String> ids = IntStream.range(0, 1000)
                .mapToObj(i -> Integer.toString(i * 7919))
                .toList();

        assertThat(ids)
                .allSatisfy(id -> assertThat(share.partition(id))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(new StringSerializer().serialize("t", id), 12)));
    }

    @Test
    void everyTenantIsInExactlyOneOfAllShares() {
        List<Share> all = List.of(new Share(Set.of(0, 2), 3), new Share(Set.of(1), 3));

        assertThat(IntStream.range(0, 100).mapToObj(Integer::toString))
                .allSatisfy(id -> assertThat(
                                all.stream().filter(share -> share.holds(id)).count())
                        .isEqualTo(1));
    }

    @Test
    void holdsNobodyBeforeItIsKnown() {
        assertThat(Share.NONE.holds("1")).isFalse();
        assertThat(new Share(Set.of(0), 0).holds("1")).isFalse();
    }
}
