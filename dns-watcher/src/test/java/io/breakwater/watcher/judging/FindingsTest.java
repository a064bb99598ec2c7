package io.breakwater.watcher.judging;

import static io.breakwater.watcher.judging.Findings.Decision.CONFIRM;
import static io.breakwater.watcher.judging.Findings.Decision.HEARTBEAT;
import static io.breakwater.watcher.judging.Findings.Decision.NEWS;
import static io.breakwater.watcher.judging.Findings.Decision.SAME;
import static io.breakwater.watcher.judging.Findings.Decision.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.InternetAction;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.watcher.judging.Judgement.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether an observation is news")
class FindingsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Observation OLD = applied("old", 1);
    private static final Observation NEW = applied("new", 2);

    private final Findings findings = new Findings(Duration.ofSeconds(2), Duration.ofSeconds(60));

    @Test
    void theFirstObservationIsNewsAndItsRepetitionIsNot() {
        assertThat(withKey(OLD, true, 0)).isEqualTo(NEWS);
        assertThat(withKey(OLD, true, 59)).isEqualTo(SAME);
        assertThat(withKey(OLD, true, 60)).isEqualTo(HEARTBEAT);
        assertThat(withKey(OLD, true, 61)).isEqualTo(SAME);
    }

    @Test
    void aNewerActivationIsNewsBeforeTheLookHasEnded() {
        withKey(OLD, true, 0);

        assertThat(withKey(NEW, false, 1)).isEqualTo(NEWS);
        assertThat(withKey(NEW, true, 1)).isEqualTo(SAME);
    }

    @Test
    void anOlderAnswerOfALaggingSourceWaitsForTheOthers() {
        withKey(NEW, true, 0);

        assertThat(withKey(OLD, false, 1)).isEqualTo(WAIT);
        assertThat(withKey(NEW, true, 1)).isEqualTo(SAME);
        assertThat(withKey(OLD, true, 2)).isEqualTo(NEWS);
    }

    @Test
    void theSameRecordsWithAnotherVerdictAreNews() {
        withKey(seen("d", new Verdict.Pending(activation("d", 5))), true, 0);

        assertThat(withKey(seen("d", new Verdict.Apply(activation("d", 5))), true, 5))
                .isEqualTo(NEWS);
        assertThat(withKey(seen("d", new Verdict.Expired(activation("d", 5))), true, 9))
                .isEqualTo(NEWS);
    }

    @Test
    void otherRecordsWithTheSameVerdictAreNewsBecauseAgentsMayNeedThem() {
        withKey(seen("d1", new Verdict.Hold(Reason.PARTIAL)), true, 0);

        assertThat(withKey(seen("d2", new Verdict.Hold(Reason.PARTIAL)), true, 1))
                .isEqualTo(NEWS);
    }

    @Test
    void withoutAKeyAChangeCountsWhenASecondLookTwoSecondsLaterSaysTheSame() {
        assertThat(withoutKey(OLD, 0)).isEqualTo(CONFIRM);
        assertThat(withoutKey(OLD, 1)).isEqualTo(CONFIRM);
        assertThat(withoutKey(OLD, 2)).isEqualTo(NEWS);
        assertThat(withoutKey(OLD, 3)).isEqualTo(SAME);
        assertThat(withoutKey(NEW, 4)).isEqualTo(CONFIRM);
        assertThat(withoutKey(OLD, 5)).isEqualTo(SAME);
        assertThat(withoutKey(NEW, 6)).isEqualTo(CONFIRM);
        assertThat(withoutKey(NEW, 8)).isEqualTo(NEWS);
    }

    @Test
    void afterASettingsChangeEverythingIsNews() {
        withKey(OLD, true, 0);
        findings.startAgain();

        assertThat(withKey(OLD, true, 1)).isEqualTo(NEWS);
    }

    private Findings.Decision withKey(Observation seen, boolean complete, long second) {
        return findings.consider(seen, complete, true, NOW.plusSeconds(second));
    }

    private Findings.Decision withoutKey(Observation seen, long second) {
        return findings.consider(seen, true, false, NOW.plusSeconds(second));
    }

    private static Observation applied(String digest, long t) {
        return seen(digest, new Verdict.Apply(activation(digest, t)));
    }

    private static Observation seen(String digest, Verdict verdict) {
        return new Observation(Rrset.EMPTY, digest, 30, NOW, new Evaluation(verdict, List.of(), null));
    }

    private static Activation activation(String identity, long t) {
        return new Activation(Mode.ACTIVE, t, t + 1000, InternetAction.NONE, identity, null);
    }
}
