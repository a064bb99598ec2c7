package io.breakwater.config.drstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BeliefTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final SigningKey STRANGERS = SigningKey.generate();
    private static final String DOMAIN = "dr.example.com";
    private static final long NOW = 1_800_000_000L;
    private static final long FAR = 1L << 62;
    private static final List<List<String>> ON = Records.signedOn(KEY, DOMAIN, NOW - 100, NOW + 1000);
    private static final List<List<String>> OFF = Records.signedOff(KEY, DOMAIN, NOW - 50, NOW + 9000);

    private final EvidenceJudge judge = new EvidenceJudge();

    @Test
    void followsAGenuineOnAndOff() {
        Judgement on = belief(StoredState.INITIAL).told(state("ACTIVE", 1, ON));
        assertThat(on.doubt()).isEmpty();
        assertThat(on.state().modeAt(NOW)).isEqualTo(Mode.ACTIVE);
        assertThat(on.state().sequence()).isEqualTo(1);

        Judgement off = belief(on.state()).told(state("NORMAL", 2, OFF));
        assertThat(off.doubt()).isEmpty();
        assertThat(off.state().modeAt(NOW)).isEqualTo(Mode.NORMAL);
        assertThat(off.state().replay().lastT()).isEqualTo(NOW - 50);
        assertThat(off.state().replay().superseded()).hasSize(1);
    }

    @Test
    @DisplayName("I2: ACTIVE without a record that this service verifies refuses no write")
    void believesNoModeWithoutEvidence() {
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", 1, null))).isEqualTo(Doubt.NO_EVIDENCE);
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", 1, List.of()))).isEqualTo(Doubt.NO_EVIDENCE);
        List<List<String>> strangers = Records.signedOn(STRANGERS, DOMAIN, NOW - 100, NOW + 1000);
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", 1, strangers))).isEqualTo(Doubt.NO_EVIDENCE);
        List<List<String>> unsigned = Records.unsigned("on", null, null);
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", 1, unsigned))).isEqualTo(Doubt.NO_EVIDENCE);
    }

    @Test
    @DisplayName("I10: a sequence far ahead is refused, and the genuine events after it count")
    void noSequenceIsARatchet() {
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", FAR, ON))).isEqualTo(Doubt.SEQUENCE_JUMPS);
        assertThat(doubted(StoredState.INITIAL, state("NORMAL", FAR + 1, OFF))).isEqualTo(Doubt.SEQUENCE_JUMPS);
        assertThat(doubted(StoredState.INITIAL, state("NORMAL", Long.MAX_VALUE, OFF)))
                .isEqualTo(Doubt.SEQUENCE_JUMPS);
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", -1, ON))).isEqualTo(Doubt.SEQUENCE_JUMPS);
    }

    @Test
    @DisplayName("I10: the owner's answer leads out of a row that was poisoned")
    void theOwnersAnswerReplacesALowerSequenceToo() {
        StoredState poisoned = StoredState.INITIAL.withSequence(FAR);
        assertThat(belief(poisoned).told(state("ACTIVE", 3, ON)).doubt()).contains(Doubt.SEQUENCE_JUMPS);
        Judgement healed = belief(poisoned).owned(state("ACTIVE", 3, ON));
        assertThat(healed.doubt()).isEmpty();
        assertThat(healed.state().sequence()).isEqualTo(3);
        assertThat(healed.state().modeAt(NOW)).isEqualTo(Mode.ACTIVE);
    }

    @Test
    @DisplayName("I2: NORMAL is not believed while the record that is known says on")
    void writesStayRefusedUntilARecordEndsDr() {
        StoredState active = active();
        Judgement forged = belief(active).told(state("NORMAL", 2, null));
        assertThat(forged.doubt()).contains(Doubt.NO_EVIDENCE);
        assertThat(forged.state()).isEqualTo(active);
        assertThat(belief(active).told(state("NORMAL", 2, ON)).state().modeAt(NOW))
                .isEqualTo(Mode.ACTIVE);
        Judgement owned = belief(active).owned(state("NORMAL", 1, null));
        assertThat(owned.doubt()).contains(Doubt.EVIDENCE_SAYS_OTHERWISE);
        assertThat(owned.state().modeAt(NOW)).isEqualTo(Mode.ACTIVE);
    }

    @Test
    void theOwnersWordBeginsNoModeWithoutEvidence() {
        Judgement owned = belief(StoredState.INITIAL).owned(state("ACTIVE", 7, null));
        assertThat(owned.doubt()).contains(Doubt.NO_EVIDENCE);
        assertThat(owned.state().modeAt(NOW)).isEqualTo(Mode.NORMAL);
    }

    @Test
    void theOwnersWordEndsAModeThatNoEvidenceShows() {
        StoredState poisoned = new StoredState(5, Mode.ACTIVE, null, null, ReplayState.EMPTY, Optional.empty(), null);
        Judgement owned = belief(poisoned).owned(state("NORMAL", 5, null));
        assertThat(owned.doubt()).isEmpty();
        assertThat(owned.state().modeAt(NOW)).isEqualTo(Mode.NORMAL);
    }

    @Test
    void aTenantThatLetsAbsenceEndDrEndsItByTheOwnersWord() {
        Rules rules = Rules.of(settings("off-after:PT10M", KEY));
        Judgement told = belief(rules, active(), NOW).told(state("NORMAL", 2, null));
        assertThat(told.doubt()).contains(Doubt.NO_EVIDENCE);
        Judgement owned = belief(rules, active(), NOW).owned(state("NORMAL", 2, null));
        assertThat(owned.doubt()).isEmpty();
        assertThat(owned.state().modeAt(NOW)).isEqualTo(Mode.NORMAL);
    }

    @Test
    @DisplayName("I2: a tenant without a key is believed by its owner's answer only, never by an event")
    void anEventProvesNothingForATenantWithoutAKey() {
        Rules rules = Rules.of(settings("keep"));
        List<List<String>> unsigned = Records.unsigned("on", null, null);
        Judgement told = belief(rules, StoredState.INITIAL, NOW).told(state("ACTIVE", 1, unsigned));
        assertThat(told.doubt()).contains(Doubt.NO_KEY);
        assertThat(told.state()).isEqualTo(StoredState.INITIAL);
        Judgement owned = belief(rules, StoredState.INITIAL, NOW).owned(state("ACTIVE", 1, unsigned));
        assertThat(owned.doubt()).isEmpty();
        assertThat(owned.state().modeAt(NOW)).isEqualTo(Mode.ACTIVE);
        assertThat(belief(rules, owned.state(), NOW)
                        .owned(state("NORMAL", 2, null))
                        .state()
                        .modeAt(NOW))
                .isEqualTo(Mode.NORMAL);
    }

    @Test
    @DisplayName("I2: replay state comes from verified records alone")
    void takesNoReplayStateFromAnEvent() {
        Judgement on = belief(StoredState.INITIAL).told(state("ACTIVE", 1, ON));
        assertThat(on.state().replay().lastT()).isEqualTo(NOW - 100);
        assertThat(belief(on.state())
                        .owned(state("ACTIVE", 1, ON))
                        .state()
                        .replay()
                        .lastT())
                .isEqualTo(NOW - 100);
    }

    @Test
    @DisplayName("I10: a replay state ahead of the clock is not handed on, and genuine records count again")
    void aReplayStateFarAheadIsNotHandedOn() {
        ReplayState ahead = new ReplayState(FAR, "forged", null, Map.of());
        StoredState poisoned = new StoredState(3, Mode.NORMAL, null, DOMAIN, ahead, Optional.empty(), null);
        assertThat(belief(poisoned).soundReplay()).isEqualTo(ReplayState.EMPTY);
        Judgement on = belief(poisoned).told(state("ACTIVE", 4, ON));
        assertThat(on.doubt()).isEmpty();
        assertThat(on.state().replay().lastT()).isEqualTo(NOW - 100);
    }

    @Test
    void anotherDomainsRecordIsNoEvidence() {
        List<List<String>> other = Records.signedOn(KEY, "other.example.com", NOW - 100, NOW + 1000);
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", 1, other))).isEqualTo(Doubt.NO_EVIDENCE);
        DrStateChanged elsewhere = state("other.example.com", "ACTIVE", 1, ON);
        assertThat(doubted(StoredState.INITIAL, elsewhere)).isEqualTo(Doubt.OTHER_DOMAIN);
    }

    @Test
    @DisplayName("I4: an activation begins and ends by the clock alone")
    void beginsAndEndsByTheClock() {
        List<List<String>> later = Records.signedOn(KEY, DOMAIN, NOW + 60, NOW + 120);
        StoredState announced =
                belief(StoredState.INITIAL).told(state("NORMAL", 1, later)).state();
        assertThat(announced.modeAt(NOW)).isEqualTo(Mode.NORMAL);
        assertThat(announced.nextChange()).isEqualTo(NOW + 60);

        StoredState begun = belief(announced, NOW + 60).byClock().state();
        assertThat(begun.modeAt(NOW + 60)).isEqualTo(Mode.ACTIVE);
        assertThat(begun.modeAt(NOW + 121)).isEqualTo(Mode.NORMAL);
        StoredState over = belief(begun, NOW + 121).byClock().state();
        assertThat(over.mode()).isEqualTo(Mode.NORMAL);
        assertThat(over.nextChange()).isNull();
    }

    @Test
    void aControllerWhoseClockIsALittleAheadIsBelieved() {
        List<List<String>> soon = Records.signedOn(KEY, DOMAIN, NOW + 3, NOW + 1000);
        assertThat(belief(StoredState.INITIAL).told(state("ACTIVE", 1, soon)).doubt())
                .isEmpty();
        List<List<String>> later = Records.signedOn(KEY, DOMAIN, NOW + 30, NOW + 1000);
        assertThat(doubted(StoredState.INITIAL, state("ACTIVE", 1, later))).isEqualTo(Doubt.EVIDENCE_SAYS_OTHERWISE);
    }

    @Test
    @DisplayName("I5: an event that comes late changes nothing")
    void anOlderEventChangesNothing() {
        StoredState off = belief(active()).told(state("NORMAL", 2, OFF)).state();
        Judgement late = belief(off).told(state("ACTIVE", 1, ON));
        assertThat(late).isEqualTo(Judgement.of(off));
    }

    private StoredState active() {
        return belief(StoredState.INITIAL).told(state("ACTIVE", 1, ON)).state();
    }

    /** Nothing but the sequence and the replay state of what verifies may have changed. */
    private Doubt doubted(StoredState before, DrStateChanged told) {
        Judgement judgement = belief(before).told(told);
        assertThat(judgement.state().modeAt(NOW)).isEqualTo(before.modeAt(NOW));
        return judgement.doubt().orElseThrow();
    }

    private Belief belief(StoredState stored) {
        return belief(stored, NOW);
    }

    private Belief belief(StoredState stored, long now) {
        return belief(Rules.of(settings("keep", KEY)), stored, now);
    }

    private Belief belief(Rules rules, StoredState stored, long now) {
        return new Belief(rules, stored, judge, now, 5, 1000);
    }

    private static DrSettings settings(String absence, SigningKey... keys) {
        List<DrPublicKey> publicKeys = List.of(keys).stream()
                .map(key -> new DrPublicKey("1", key.fingerprint(), key.publicPem()))
                .toList();
        return new DrSettings(
                "1",
                1,
                DOMAIN,
                publicKeys,
                1_209_600L,
                "strict",
                absence,
                true,
                new DnsLookup("authoritative", List.of()));
    }

    private static DrStateChanged state(String mode, long sequence, List<List<String>> evidence) {
        return state(DOMAIN, mode, sequence, evidence);
    }

    /** With a replay state that must count for nothing. */
    private static DrStateChanged state(String domain, String mode, long sequence, List<List<String>> evidence) {
        Instant now = Instant.ofEpochSecond(NOW);
        ReplayView forged = new ReplayView(FAR, "forged", FAR, Map.of("also-forged", FAR));
        return new DrStateChanged(
                "1", domain, mode, mode, null, null, null, now, sequence, null, forged, evidence, now);
    }
}
