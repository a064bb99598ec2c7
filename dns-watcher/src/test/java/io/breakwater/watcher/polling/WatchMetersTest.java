package io.breakwater.watcher.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Rrset;
import io.breakwater.dns.Asking;
import io.breakwater.dns.ServerAddress;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.looking.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchMetersTest {
    private static final int SERVERS = WatchMeters.MOST_SERVERS + 500;

    @Test
    @DisplayName("I8: a zone that names other servers with each answer does not fill the memory with metrics")
    void theServersInTheMetricsAreBounded() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(WatchMeters.boundedAnswers()).meterFilter(WatchMeters.boundedUnavailable());
        WatchMeters meters = new WatchMeters(registry);

        looked(meters, true);
        looked(meters, false);

        assertThat(registry.find("breakwater.watcher.answers").timers()).hasSize(WatchMeters.MOST_SERVERS);
        assertThat(registry.find("breakwater.watcher.unavailable").counters()).hasSize(WatchMeters.MOST_SERVERS);
        assertThat(registry.find("breakwater.watcher.looks").timers()).hasSize(1);
    }

    private static void looked(WatchMeters meters, boolean known) {
        List<Answer> answers = IntStream.range(0, SERVERS)
                .mapToObj(i -> answer(ServerAddress.parse("10.0." + i / 250 + "." + i % 250), known))
                .toList();
        meters.looked(
                Trigger.POLL,
                new Judgement.Undecided(Judgement.Why.NO_MAJORITY),
                new Progress(answers, SERVERS, true, null, null),
                1);
    }

    private static Answer answer(ServerAddress server, boolean known) {
        Source source = new Source(server.toString(), List.of(server), Asking.AUTHORITY);
        return new Answer(
                source,
                server,
                known ? Rrset.EMPTY : null,
                known ? Rrset.EMPTY.digest() : null,
                0,
                known ? null : "TIMEOUT: silence",
                1,
                Instant.EPOCH);
    }
}
