package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A broker that is away does not fill the memory (I9). */
class UnsentTest {
    private final Unsent unsent = new Unsent(100);
    private final CompletableFuture<Void> broker = new CompletableFuture<>();

    @Test
    void whatIsTooMuchFailsAtOnceUntilTheBrokerHasTheRest() {
        CompletableFuture<Void> first = send(60, broker).subscribeAsCompletionStage();
        assertThatThrownBy(() -> send(60, broker).await().indefinitely())
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(unsent.octets()).isEqualTo(60);
        broker.complete(null);
        first.join();
        assertThat(unsent.octets()).isZero();
        send(60, broker).await().indefinitely();
    }

    @Test
    void oneRecordIsAlwaysLetThrough() {
        broker.complete(null);
        send(1000, broker).await().indefinitely();
        assertThat(unsent.octets()).isZero();
    }

    @Test
    void failuresAndCancellationsCountAsOver() {
        Cancellable waiting = send(60, broker).subscribe().with(done -> {}, failure -> {});
        waiting.cancel();
        assertThat(unsent.octets()).isZero();
        assertThatThrownBy(() -> send(60, CompletableFuture.failedFuture(new IllegalStateException("no")))
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);
        assertThat(unsent.octets()).isZero();
    }

    private Uni<Void> send(long size, CompletableFuture<Void> acknowledgement) {
        return unsent.counted(size, () -> Uni.createFrom().completionStage(acknowledgement));
    }
}
