package io.breakwater.config.configobject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SortableIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:02Z");

    @Test
    void growWithinOneMillisecondToo() {
        SortableIds ids = new SortableIds(Clock.fixed(NOW, ZoneOffset.UTC));
        List<Long> made = LongStream.range(0, 10_000).mapToObj(i -> ids.next()).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void haveEighteenDigitsAsZpasDo() {
        assertThat(Long.toString(new SortableIds(Clock.fixed(NOW, ZoneOffset.UTC)).next()))
                .hasSize(18);
    }

    @Test
    void ofTwoProcessesDiffer() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        assertThat(new SortableIds(clock).next()).isNotEqualTo(new SortableIds(clock).next());
    }
}
