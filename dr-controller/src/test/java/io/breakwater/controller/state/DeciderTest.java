package io.breakwater.controller.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.controller.settings.TenantSettings;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final String DOMAIN = "dr.example.com";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Rules RULES =
            new Rules(WINDOW, new Denial.Counting(Duration.ofSeconds(10), Duration.ofMinutes(5), 3));

    private final Decider decider = new Decider(16, RULES);
    private final TenantState fresh = TenantState.initial("c1", NOW);

    @Test
    void withoutSettingsALookIsKeptAndJudgedWhenTheyCome() {
        Step waiting = decider.observed(fresh, Optional.empty(), look(unsigned("on"), 0), NOW);
        Step judged = decider.settingsChanged(waiting.after(), settings(), NOW);

        assertThat(waiting.isChange()).isFalse();
        assertThat(judged.after().state().mode()).isEqualTo(Mode.ACTIVE);
    }

    /** I5: without a signature and a t nothing proves that a late look is newer. */
    @Test
    void aLateUnsignedLookHasNoEffect() {
        TenantState off = observe(fresh, look(unsigned("off"), 0), settings());

        Step late = decider.observed(off, Optional.of(settings()), look(unsigned("on"), -60), NOW);

        assertThat(late.isChange()).isFalse();
        assertThat(late.after()).isEqualTo(off);
    }

    @Test
    void aLateLookWithAVerifiedNewerActivationCounts() {
        TenantState looked = observe(fresh, look(Records.foreign(), 0), settings(KEY));

        Step late = decider.observed(
                looked,
                Optional.of(settings(KEY)),
                look(Records.signedOn(KEY, DOMAIN, NOW.getEpochSecond() - 5, null), -60),
                NOW);

        assertThat(late.after().state().mode()).isEqualTo(Mode.ACTIVE);
        assertThat(late.after().lastLook().seenAt()).as("of the later look").isEqualTo(NOW);
    }

    @Test
    void aLookAtAnotherDomainIsNotJudged() {
        LastLook elsewhere = new LastLook("other.example.com", unsigned("on"), List.of(), 30L, NOW, "POLL", null);

        assertThat(decider.observed(fresh, Optional.of(settings()), elsewhere, NOW)
                        .isChange())
                .isFalse();
    }

    @Test
    void theSameLookTwiceIsOneChange() {
        TenantState on = observe(fresh, look(unsigned("on"), 0), settings());
        TenantState again = observe(on, look(unsigned("on"), 1), settings());

        assertThat(on.sequence()).isEqualTo(1);
        assertThat(again.sequence()).isEqualTo(1);
        assertThat(again.lastLook().seenAt()).isEqualTo(NOW.plusSeconds(1));
    }

    /** I4 for the centre: the end counts by the clock, also when the settings are gone. */
    @Test
    void theEndComesByTheClockAlone() {
        long x = NOW.getEpochSecond() + 10;
        TenantState on = observe(fresh, look(Records.unsigned("on", null, x), 0), settings());

        Step early = decider.timer(on, Optional.of(settings()), Instant.ofEpochSecond(x));
        Step due = decider.timer(on, Optional.empty(), Instant.ofEpochSecond(x + 1));

        assertThat(on.nextTimer()).isEqualTo(Instant.ofEpochSecond(x + 1));
        assertThat(early.isChange()).isFalse();
        assertThat(due.after().state().mode()).isEqualTo(Mode.NORMAL);
        assertThat(due.after().nextTimer()).isNull();
    }

    @Test
    void whatIsStoredIsReadBackTheSame() {
        TenantState on = observe(
                fresh,
                look(Records.signedOn(KEY, DOMAIN, NOW.getEpochSecond() - 5, NOW.getEpochSecond() + 9), 0),
                settings(KEY));
        TenantState held = observe(on, look(List.of(List.of("\u0000\u0080\u00ff\"\\")), 1), settings(KEY));
        DrStateEntity row = new DrStateEntity();
        row.customerId = "c1";

        StateMapping.write(held, row);

        assertThat(StateMapping.read(row)).isEqualTo(held);
        assertThat(held.state().held()).isPresent();
    }

    @Test
    @DisplayName(
            "I10: one flap of DNS a second is not one change of state a second, and what was seen last counts in the end")
    void flapsAreDamped() {
        TenantState state = observe(fresh, look(unsigned("on"), 0), settings());
        for (int second = 1; second <= 60; second++) {
            state = at(state, second % 2 == 0 ? unsigned("on") : List.of(), second);
        }

        assertThat(state.sequence()).as("60 flaps").isLessThanOrEqualTo(8);
        assertThat(state.damping().suppressed()).isGreaterThanOrEqualTo(20);
        TenantState quiet = at(state, List.of(), 61);
        Instant due = quiet.nextTimer() == null ? NOW.plusSeconds(61) : quiet.nextTimer();
        TenantState told = decider.timer(quiet, Optional.of(settings()), due).after();
        assertThat(told.state().held()).as("the record is missing").isPresent();
        assertThat(told.damping().pending()).isFalse();
        assertThat(told.nextTimer()).isNull();
    }

    @Test
    @DisplayName("the same activation beside records that come and go is no change a second either")
    void otherRecordsBesideItAreDamped() {
        List<List<String>> beside = List.of(unsigned("on").get(0), List.of("foreign"));
        TenantState state = observe(fresh, look(unsigned("on"), 0), settings());
        for (int second = 1; second <= 60; second++) {
            state = at(state, second % 2 == 0 ? unsigned("on") : beside, second);
        }

        assertThat(state.sequence()).isLessThanOrEqualTo(8);
    }

    @Test
    @DisplayName("I9: a tenant that changes its domain again and again has a bounded replay state")
    void replayStatesAreBounded() {
        TenantState state = fresh;
        for (long t = 1; t <= 100; t++) {
            ReplayState replay = new ReplayState(t, "id" + t, null, Map.of());
            state = state.changed(state.state(), "dr" + t + ".example.com", replay, null);
        }

        assertThat(state.replays()).hasSize(TenantState.MOST_DOMAINS);
        assertThat(state.replay("dr100.example.com").lastT()).isEqualTo(100);
        assertThat(state.replay("dr1.example.com")).isEqualTo(ReplayState.EMPTY);
    }

    @Test
    void aSwitchIsNeverDelayed() {
        TenantState state = observe(fresh, look(unsigned("on"), 0), settings());
        state = at(state, List.of(), 1);
        state = at(state, unsigned("on"), 2);

        TenantState off = at(state, unsigned("off"), 3);

        assertThat(off.state().mode()).isEqualTo(Mode.NORMAL);
        assertThat(off.sequence()).isEqualTo(state.sequence() + 1);
    }

    @Test
    @DisplayName("I2: the word NORMAL carries the record that ended the mode, also when that one is over itself")
    void anEndIsShownByItsRecord() {
        long now = NOW.getEpochSecond();
        List<List<String>> on = Records.signedOn(KEY, DOMAIN, now - 50, now + 3600);
        List<List<String>> over = Records.signedOn(KEY, DOMAIN, now - 40, now - 30);
        TenantState active = observe(fresh, look(on, 0), settings(KEY));
        TenantState ended = observe(active, look(over, 1), settings(KEY));

        assertThat(active.shown().orElseThrow().toLatin1()).isEqualTo(on);
        assertThat(ended.state().mode()).isEqualTo(Mode.NORMAL);
        assertThat(StateEvents.event(ended, DOMAIN, NOW).evidence()).isEqualTo(over);
    }

    @Test
    @DisplayName("I2: an end by denials carries no record, and the clock's end the one that is over")
    void otherEndsAreShownToo() {
        long x = NOW.getEpochSecond() + 10;
        List<List<String>> on = Records.signedOn(KEY, DOMAIN, NOW.getEpochSecond() - 5, x);
        TenantState active = observe(fresh, look(on, 0), settings(KEY));

        TenantState timed = decider.timer(active, Optional.of(settings(KEY)), Instant.ofEpochSecond(x + 1))
                .after();

        assertThat(timed.state().mode()).isEqualTo(Mode.NORMAL);
        assertThat(timed.shown().orElseThrow().toLatin1()).isEqualTo(on);
    }

    @Test
    @DisplayName("I2: no look that names a time ahead moves the replay state ahead of the clock")
    void aScheduledRecordDoesNotMoveTheReplayState() {
        long ahead = NOW.getEpochSecond() + 3600;
        TenantState state = observe(fresh, look(Records.signedOn(KEY, DOMAIN, ahead, ahead + 60), 4), settings(KEY));

        assertThat(state.state().upcoming()).isPresent();
        assertThat(state.replay(DOMAIN).lastT()).isNull();
    }

    private TenantState at(TenantState state, List<List<String>> rrset, long seconds) {
        return decider.observed(state, Optional.of(settings()), look(rrset, seconds), NOW.plusSeconds(seconds))
                .after();
    }

    private TenantState observe(TenantState state, LastLook look, TenantSettings settings) {
        return decider.observed(state, Optional.of(settings), look, NOW).after();
    }

    private static List<List<String>> unsigned(String body) {
        return Records.unsigned(body, null, null);
    }

    private static LastLook look(List<List<String>> rrset, long seconds) {
        return new LastLook(DOMAIN, rrset, List.of(), 30L, NOW.plusSeconds(seconds), "POLL", null);
    }

    private static TenantSettings settings(SigningKey... keys) {
        List<DrPublicKey> publicKeys = Arrays.stream(keys)
                .map(key -> new DrPublicKey("k", key.fingerprint(), key.publicPem()))
                .toList();
        return TenantSettings.of(new DrSettings(
                "c1",
                1,
                "DR.Example.com.",
                publicKeys,
                60,
                "strict",
                "keep",
                true,
                new DnsLookup("authoritative", List.of())));
    }
}
