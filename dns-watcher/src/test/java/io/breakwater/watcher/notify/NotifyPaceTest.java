package io.breakwater.watcher.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotifyPaceTest {

    @Test
    @DisplayName("A flood is dropped beyond the limit of each second (I9)")
    void noMoreIsLookedAtInASecondThanMay() {
        AtomicLong now = new AtomicLong();
        NotifyPace pace = new NotifyPace(3, now::get);

        assertThat(IntStream.range(0, 100).filter(i -> pace.admits()).count()).isEqualTo(3);
        now.addAndGet(999_999_999L);
        assertThat(pace.admits()).isFalse();
        now.addAndGet(1);
        assertThat(IntStream.range(0, 100).filter(i -> pace.admits()).count()).isEqualTo(3);
    }
}
