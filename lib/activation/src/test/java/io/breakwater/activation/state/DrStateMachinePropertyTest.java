package io.breakwater.activation.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Signed;
import io.breakwater.activation.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("I1: the state machine believes verdicts only, and nothing twice")
class DrStateMachinePropertyTest {

    private static final int STEP = 50;

    /** Signed once: signing is slow. With and without a start, some with an end. */
    private static final List<Rrset> SIGNED = Stream.of(Mode.values())
            .flatMap(mode -> Stream.of(
                    Signed.record(mode, 100L, 400L),
                    Signed.record(mode, 300L, null),
                    Signed.record(mode, 600L, 1_500L),
                    Signed.record(mode, 1_200L, 1_300L),
                    Signed.record(mode, null, 800L),
                    Signed.record(mode, null, null)))
            .toList();

    private static final Map<String, Rrset> BY_IDENTITY =
            SIGNED.stream().collect(Collectors.toMap(DrStateMachinePropertyTest::identity, Function.identity()));

    private static final List<Rrset> WORTHLESS = List.of(
            Rrset.EMPTY,
            Signed.plain("v=spf1 -all"),
            Signed.plain("v=1;b=off"),
            Signed.plain("v=1;b=on;junk"),
            Signed.text("v=1;b=on;", "v=1;b=on;", "v=1;b=off;"));

    @Property(tries = 1500)
    void changesTheModeOnlyOnApplyOrAtAnEnd(@ForAll("looks") List<Rrset> looks) {
        Look look = new Look();
        Judge judge = Judge.with(Signed.DOMAIN, Signed.TRUSTED, Policy.DEFAULT);
        long now = 50;
        for (Rrset rrset : looks) {
            now += STEP;
            ReplayState replay = look.replay();
            Verdict verdict = judge.judge(rrset, replay, now).verdict();

            Transition transition = look.at(now, rrset);

            boolean speaks = verdict instanceof Verdict.Apply || verdict instanceof Verdict.Expired;
            if (!speaks) {
                assertThat(transition.modeChanged()).isFalse();
                assertThat(transition.replay()).isEqualTo(replay);
            }
            assertThat(transition.modeChanged())
                    .isEqualTo(transition.before().mode() != transition.after().mode());
            assertThat(transition.changed() || transition.after().equals(transition.before()))
                    .isTrue();
            assertThat(look.at(now, rrset).changed()).as("the same look again").isFalse();
        }
    }

    @Property(tries = 1500)
    void neverGoesBackToWhatWasSuperseded(@ForAll("looks") List<Rrset> looks) {
        Look look = new Look();
        long now = 50;
        for (Rrset rrset : looks) {
            now += STEP;
            look.at(now, rrset);
        }
        for (String superseded : look.replay().superseded().keySet()) {
            for (long later = now; later <= now + 2_000; later += 500) {
                Transition transition = look.copy().at(later, BY_IDENTITY.get(superseded));
                assertThat(transition.modeChanged()).isFalse();
                assertThat(transition.after().held().map(Held::reason)).hasValue(Reason.REPLAY);
            }
        }
    }

    @Property(tries = 500)
    void endsUpTheSameWhetherItsTimersFireInTimeOrLate(@ForAll("looks") List<Rrset> looks) {
        Look punctual = new Look();
        Look late = new Look();
        long now = 50;
        for (Rrset rrset : looks) {
            now += STEP;
            punctual.timer(now);
            punctual.at(now, rrset);
            late.timer(now);
            late.at(now, rrset);
        }
        for (long later = now; later < now + 2_000; later += STEP) {
            punctual.timer(later);
        }
        late.timer(now + 2_000 - STEP);

        assertThat(late.state().mode()).isEqualTo(punctual.state().mode());
        assertThat(late.state().activation()).isEqualTo(punctual.state().activation());
        assertThat(late.replay().lastIdentity()).isEqualTo(punctual.replay().lastIdentity());
    }

    @Property(tries = 500)
    void alwaysKnowsItsNextTimer(@ForAll("looks") List<Rrset> looks) {
        Look look = new Look();
        long now = 50;
        for (Rrset rrset : looks) {
            now += STEP;
            look.at(now, rrset);
            Transition timer = look.timer(now);
            if (timer.nextTimer() != null) {
                assertThat(timer.nextTimer().getEpochSecond())
                        .as("never in the past, or it would fire for ever")
                        .isGreaterThan(now);
            }
            Optional<Long> expected = Stream.concat(
                            timer.after().activation().map(Activation::x).map(x -> x + 1).stream(),
                            timer
                                    .after()
                                    .upcoming()
                                    .map(next -> next.activation().t())
                                    .stream())
                    .min(Comparator.naturalOrder());
            assertThat(Optional.ofNullable(timer.nextTimer()).map(at -> at.getEpochSecond()))
                    .isEqualTo(expected);
        }
    }

    private static String identity(Rrset rrset) {
        return Judge.with(Signed.DOMAIN, Signed.TRUSTED, Policy.DEFAULT)
                .judge(rrset, ReplayState.EMPTY, 5_000)
                .verdict()
                .activation()
                .map(Activation::identity)
                .orElseThrow();
    }

    @Provide
    Arbitrary<List<Rrset>> looks() {
        Arbitrary<Rrset> one = Arbitraries.of(SIGNED);
        Arbitrary<Rrset> two = one.list().ofSize(2).map(sets -> Signed.together(sets.toArray(Rrset[]::new)));
        return Arbitraries.frequencyOf(Tuple.of(6, one), Tuple.of(3, two), Tuple.of(2, Arbitraries.of(WORTHLESS)))
                .list()
                .ofMaxSize(30);
    }
}
