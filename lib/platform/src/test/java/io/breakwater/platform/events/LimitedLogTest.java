package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final LimitedLog log = new LimitedLog(Duration.ofSeconds(5), nanos::get);

    @Test
    void onlyOneLineOfASubjectIsLetThroughInAnIntervalAndTheNextSaysHowManyWereNot() {
        assertThat(log.allow("a")).hasValue(0);
        assertThat(log.allow("a")).isEmpty();
        assertThat(log.allow("a")).isEmpty();
        assertThat(log.allow("b")).hasValue(0);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(log.allow("a")).hasValue(2);
        assertThat(log.allow("a")).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(log.allow("a")).hasValue(1);
    }
}
