package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FailureSorterTest {
    private final FailureSorter sorter = new FailureSorter(List.of(failure ->
            failure instanceof UnsupportedOperationException ? Optional.of(FailureKind.RETRYABLE) : Optional.empty()));

    @Test
    void aServerThatIsAwayIsRetryable() {
        assertThat(sorter.sort(new ConnectException("refused"))).isEqualTo(FailureKind.RETRYABLE);
        assertThat(sorter.sort(new TimeoutException())).isEqualTo(FailureKind.RETRYABLE);
        assertThat(sorter.sort(new org.apache.kafka.common.errors.TimeoutException()))
                .isEqualTo(FailureKind.RETRYABLE);
    }

    @Test
    void aProcessThatIsBrokenIsNoReasonToPutEventsAside() {
        assertThat(sorter.sort(new NoClassDefFoundError("gone"))).isEqualTo(FailureKind.RETRYABLE);
        assertThat(sorter.sort(new OutOfMemoryError())).isEqualTo(FailureKind.RETRYABLE);
    }

    @Test
    void contentThatCannotBeProcessedIsPoison() {
        assertThat(sorter.sort(new PoisonEventException("no domain"))).isEqualTo(FailureKind.POISON);
        assertThat(sorter.sort(new DateTimeParseException("no", "x", 0))).isEqualTo(FailureKind.POISON);
        assertThat(sorter.sort(new IllegalArgumentException("no mode"))).isEqualTo(FailureKind.POISON);
    }

    @Test
    void theCauseDecidesWhenTheOutermostFailureSaysNothing() {
        assertThat(sorter.sort(new CompletionException(new IllegalStateException(new IOException("gone")))))
                .isEqualTo(FailureKind.RETRYABLE);
    }

    @Test
    void textThatIsNoJsonDoesNotBecomeSoByWaiting() {
        assertThat(sorter.sort(new UncheckedIOException(new JsonParseException(null, "broken"))))
                .isEqualTo(FailureKind.UNKNOWN);
    }

    @Test
    void anOutageIsAServerThatIsAwayAndNotThisProcessBroken() {
        assertThat(sorter.isOutage(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(sorter.isOutage(new IllegalStateException(new OutOfMemoryError())))
                .isFalse();
        assertThat(sorter.isOutage(new IllegalArgumentException("no mode"))).isFalse();
        assertThat(sorter.isOutage(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void aRuleIsAskedFirst() {
        assertThat(sorter.sort(new UnsupportedOperationException())).isEqualTo(FailureKind.RETRYABLE);
    }

    @Test
    void theRestIsUnknownEvenWhenItsCausesRunInACircle() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(sorter.sort(one)).isEqualTo(FailureKind.UNKNOWN);
    }
}
