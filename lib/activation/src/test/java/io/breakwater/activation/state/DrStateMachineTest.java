package io.breakwater.activation.state;

import static io.breakwater.activation.Signed.plain;
import static io.breakwater.activation.Signed.record;
import static io.breakwater.activation.Signed.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Reason;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Signed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I1, I3, I4: the mode changes on a verdict and by the clock, on nothing else")
class DrStateMachineTest {

    private static final Rrset ON = record(Mode.ACTIVE, 100L, 500L);
    private static final Rrset TEST = record(Mode.TEST, 300L, 400L);
    private static final Rrset OFF = record(Mode.NORMAL, 200L, 900L);

    private final Look look = new Look();

    @Test
    void switchesAndGoesBack() {
        Transition on = look.at(150, ON);
        Transition off = look.at(250, OFF);

        assertThat(on.before()).isInstanceOf(Normal.class);
        assertThat(on.after()).isInstanceOf(Active.class);
        assertThat(on.modeChanged()).isTrue();
        assertThat(on.after().sinceMillis()).isEqualTo(150_000);
        assertThat(on.nextTimer()).isEqualTo(Instant.ofEpochSecond(501));
        assertThat(off.after()).isInstanceOf(Normal.class);
        assertThat(off.after().activation().map(Activation::mode)).hasValue(Mode.NORMAL);
        assertThat(off.replay().superseded()).hasSize(1);
    }

    @Test
    void changesNothingWhenTheSameActivationIsSeenAgain() {
        look.at(150, ON);

        Transition again = look.at(160, ON);

        assertThat(again.changed()).isFalse();
        assertThat(again.after()).isEqualTo(again.before());
    }

    @Test
    void keepsTheModeWhileTheRecordIsMissingOrBroken() {
        look.at(150, ON);

        Transition missing = look.at(160, Rrset.EMPTY);
        Transition still = look.at(170, Rrset.EMPTY);
        Transition forged = look.at(180, plain("v=1;b=off"));
        Transition back = look.at(190, ON);

        assertThat(missing.after().held()).hasValue(new Held(Reason.NO_RECORD, 160_000));
        assertThat(missing.changed()).isTrue();
        assertThat(still.changed()).isFalse();
        assertThat(forged.after().held()).hasValue(new Held(Reason.UNSIGNED_WITH_KEY, 160_000));
        assertThat(List.of(missing, still, forged, back)).noneMatch(Transition::modeChanged);
        assertThat(back.after().held()).isEmpty();
        assertThat(back.changed()).isTrue();
    }

    @Test
    void leavesDrAtItsEndByTheClockAlone() {
        look.at(150, ON);
        look.at(160, Rrset.EMPTY);

        assertThat(look.timer(500).changed()).isFalse();
        Transition end = look.timer(501);

        assertThat(end.after()).isInstanceOf(Normal.class);
        assertThat(end.after().activation()).isEmpty();
        assertThat(end.nextTimer()).isNull();
        assertThat(look.at(510, ON).modeChanged()).isFalse();
    }

    @Test
    void leavesDrAtItsEndAlthoughTheKeyWasReplaced() {
        look.at(150, ON);

        Transition end = look.timer(501, Judge.with(Signed.DOMAIN, List.of(), Policy.DEFAULT));

        assertThat(end.after().mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void leavesDrWhenTheNewestRecordHasEnded() {
        look.at(150, ON);

        Transition end = look.at(450, TEST);

        assertThat(end.after()).isInstanceOf(Normal.class);
        assertThat(look.at(460, ON).after().held().map(Held::reason)).hasValue(Reason.REPLAY);
    }

    @Test
    void startsWhatWasAnnouncedWithoutLookingAgain() {
        Transition announced = look.at(250, TEST);
        look.at(260, Rrset.EMPTY);

        Transition early = look.timer(299);
        Transition start = look.timer(300);

        assertThat(announced.after()).isInstanceOf(Scheduled.class);
        assertThat(announced.modeChanged()).isFalse();
        assertThat(announced.nextTimer()).isEqualTo(Instant.ofEpochSecond(300));
        assertThat(early.changed()).isFalse();
        assertThat(start.after()).isInstanceOf(Testing.class);
        assertThat(start.after().upcoming()).isEmpty();
        assertThat(start.nextTimer()).isEqualTo(Instant.ofEpochSecond(401));
    }

    @Test
    void keepsTheModeInForceUntilTheAnnouncedOneStarts() {
        look.at(150, ON);
        Transition announced = look.at(160, TEST);
        Transition again = look.at(170, TEST);

        assertThat(announced.after()).isInstanceOf(Active.class);
        assertThat(announced.after().upcoming()).isPresent();
        assertThat(again.changed()).isFalse();
        assertThat(look.timer(300).after()).isInstanceOf(Testing.class);
        assertThat(look.timer(401).after()).isInstanceOf(Normal.class);
    }

    @Test
    void announcesWhatStandsBesideTheOneInForce() {
        Transition both = look.at(150, together(ON, TEST));

        assertThat(both.after().upcoming().map(next -> next.activation().mode()))
                .hasValue(Mode.TEST);
        assertThat(both.nextTimer()).isEqualTo(Instant.ofEpochSecond(300));
        assertThat(look.timer(300).after()).isInstanceOf(Testing.class);
    }

    @Test
    void forgetsWhatAValidRecordSetDoesNotAnnounceAnyMore() {
        look.at(150, together(ON, TEST));

        Transition withdrawn = look.at(160, ON);

        assertThat(withdrawn.changed()).isTrue();
        assertThat(withdrawn.after().upcoming()).isEmpty();
        assertThat(look.timer(300).changed()).isFalse();
    }

    @Test
    void catchesUpAfterALongSleep() {
        look.at(150, ON);
        look.at(160, record(Mode.TEST, 300L, 2_000L));

        Transition late = look.timer(1_000);

        assertThat(late.before()).isInstanceOf(Active.class);
        assertThat(late.after()).isInstanceOf(Testing.class);
        assertThat(look.replay().lastT()).isEqualTo(300);
        assertThat(look.at(1_010, ON).after().held().map(Held::reason)).hasValue(Reason.REPLAY);
    }

    @Test
    void dropsWhatNoKeyVerifiesAnyMoreWhenItStarts() {
        look.at(250, TEST);

        Transition start = look.timer(300, Judge.with(Signed.DOMAIN, List.of(), Policy.DEFAULT));

        assertThat(start.after()).isInstanceOf(Normal.class);
        assertThat(start.after().held().map(Held::reason)).hasValue(Reason.SIGNED_WITHOUT_KEY);
        assertThat(start.nextTimer()).isNull();
    }

    @Test
    void staysWhereItIsWhenTheClockIsSetBack() {
        look.at(150, ON);

        Transition back = look.at(50, ON);

        assertThat(back.after()).isInstanceOf(Active.class);
        assertThat(back.changed()).isFalse();
    }

    @Test
    void endsTheModeWhenTheTenantWantsAbsenceToEndIt() {
        look.at(150, ON);
        look.at(160, Rrset.EMPTY);

        Transition absent = look.lastingAbsence(400);

        assertThat(absent.after()).isInstanceOf(Normal.class);
        assertThat(absent.after().held()).hasValue(new Held(Reason.NO_RECORD, 400_000));
        assertThat(look.lastingAbsence(410).changed()).isFalse();
        assertThat(look.at(420, ON).after()).isInstanceOf(Active.class);
    }

    @Test
    void isRestoredFromItsParts() {
        look.at(150, together(ON, TEST));
        DrState state = look.state();

        assertThat(DrState.of(
                        state.mode(),
                        state.sinceMillis(),
                        state.activation(),
                        state.evidence(),
                        state.upcoming(),
                        state.held()))
                .isEqualTo(state);
        assertThat(DrStateMachine.nextTimer(state)).isEqualTo(Instant.ofEpochSecond(300));
    }
}
