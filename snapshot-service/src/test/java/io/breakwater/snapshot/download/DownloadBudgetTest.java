package io.breakwater.snapshot.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.snapshot.archive.ArchivedFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("All downloads together hold no more in memory than they may (I9)")
class DownloadBudgetTest {
    private final DownloadBudget budget = new DownloadBudget(
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(DownloadConfig.class)
                    .withDefaultValues(Map.of("breakwater.snapshot.download.most-bytes", "2M"))
                    .build()
                    .getConfigMapping(DownloadConfig.class),
            new SimpleMeterRegistry());

    @Test
    void whoComesBeyondIsToldToComeAgain() {
        budget.within(200L << 20, Multi.createFrom().nothing());
        budget.within(200L << 20, Multi.createFrom().nothing());

        assertThatThrownBy(() -> budget.within(1, Multi.createFrom().nothing()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(Problem.UNAVAILABLE));
        assertThat(budget.taken()).isEqualTo(2L * ArchivedFiles.PIECE_SIZE);
    }

    @Test
    void theRoomIsGivenBackAtTheEndAtAFailureAndWhenTheCallerGoes() {
        budget.within(100, Multi.createFrom().item(new byte[100]))
                .collect()
                .asList()
                .await()
                .indefinitely();
        budget.within(100, Multi.createFrom().<byte[]>failure(new IllegalStateException("x")))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1))
                .assertFailedWith(IllegalStateException.class, "x");
        budget.within(100, Multi.createFrom().<byte[]>nothing())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1))
                .cancel();

        assertThat(budget.taken()).isZero();
    }
}
