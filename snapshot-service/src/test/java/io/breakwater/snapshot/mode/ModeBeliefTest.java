package io.breakwater.snapshot.mode;

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
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** I2 and I10, for what dr-controller's events and answers say, whoever wrote them and whatever key signed them. */
@DisplayName("A tenant's mode")
class ModeBeliefTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final SigningKey ATTACKERS = SigningKey.generate();
    private static final String DOMAIN = "dr.example.com";
    private static final long NOW = 1_800_000_000L;
    private static final long FAR = 1L << 62;
    private static final List<List<String>> ON = Records.signedOn(KEY, DOMAIN, NOW - 100, NOW + 1000);
    private static final List<List<String>> OFF = Records.signedOff(KEY, DOMAIN, NOW - 50, NOW + 1000);
    private static final EvidenceJudge JUDGE = new EvidenceJudge(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ModeConfig.class)
            .build()
            .getConfigMapping(ModeConfig.class));

    @Test
    void isWhatTheEvidenceShows() {
        KnownMode on = believed(KnownMode.INITIAL, state("ACTIVE", 1, ON));
        KnownMode off = believed(on, state("NORMAL", 2, OFF));

        assertThat(on.modeAt(NOW)).isEqualTo(Mode.ACTIVE);
        assertThat(on.replay().lastT()).isEqualTo(NOW - 100);
        assertThat(off.modeAt(NOW)).isEqualTo(Mode.NORMAL);
        assertThat(off.replay().lastT()).isEqualTo(NOW - 50);
        assertThat(off.replay().superseded()).containsOnlyKeys(on.replay().lastIdentity());
    }

    @Test
    void doesNotFollowASequenceThatJumpsInEitherDirection() {
        assertDoubted(KnownMode.INITIAL, state("ACTIVE", FAR, ON), ModeDoubt.SEQUENCE_JUMPS);
        assertDoubted(KnownMode.INITIAL, state("ACTIVE", Long.MIN_VALUE, ON), ModeDoubt.SEQUENCE_JUMPS);
        assertDoubted(poisoned(FAR, Mode.ACTIVE), state("NORMAL", 3, OFF), ModeDoubt.SEQUENCE_JUMPS);
    }

    @Test
    void doesNotFollowWordsWithoutEvidence() {
        assertDoubted(KnownMode.INITIAL, state("ACTIVE", 1, null), ModeDoubt.NO_EVIDENCE);
        assertDoubted(KnownMode.INITIAL, state("TEST", 1, Records.foreign()), ModeDoubt.NO_EVIDENCE);
        KnownMode on = believed(KnownMode.INITIAL, state("ACTIVE", 1, ON));
        assertDoubted(on, state("NORMAL", 2, null), ModeDoubt.NO_EVIDENCE);
        assertDoubted(on, state("NORMAL", 2, List.of(List.of("\u20ac"))), ModeDoubt.NO_EVIDENCE);
    }

    @Test
    void doesNotFollowEvidenceOfAnotherKeyOrDomainOrWithoutSignature() {
        assertDoubted(
                KnownMode.INITIAL,
                state("ACTIVE", 1, Records.signedOn(ATTACKERS, DOMAIN, NOW - 1, NOW + 9)),
                ModeDoubt.NO_EVIDENCE);
        assertDoubted(
                KnownMode.INITIAL, state("ACTIVE", 1, Records.unsigned("on", NOW - 1, NOW + 9)), ModeDoubt.NO_EVIDENCE);
        DrStateChanged elsewhere = with(state("ACTIVE", 1, ON), "dr.example.org");
        assertDoubted(KnownMode.INITIAL, elsewhere, ModeDoubt.OTHER_DOMAIN);
    }

    @Test
    void followsTheEvidenceWhenTheWordsSayOtherwise() {
        ModeJudgement judged = belief(KnownMode.INITIAL, settings(KEY)).told(state("NORMAL", 1, ON));

        assertThat(judged.doubt()).contains(ModeDoubt.EVIDENCE_SAYS_OTHERWISE);
        assertThat(judged.mode().modeAt(NOW)).isEqualTo(Mode.ACTIVE);
    }

    @Test
    void takesNoReplayStateFromAnybody() {
        ReplayView ahead = new ReplayView(NOW + 1_000_000, "ff".repeat(32), null, Map.of("ee".repeat(32), FAR));

        KnownMode told = believed(KnownMode.INITIAL, with(state("ACTIVE", 1, ON), ahead));
        KnownMode owned = belief(KnownMode.INITIAL, settings(KEY))
                .owned(with(state("ACTIVE", 1, ON), ahead))
                .mode();

        assertThat(told.replay().lastT()).isEqualTo(NOW - 100);
        assertThat(told.replay().superseded()).isEmpty();
        assertThat(owned.replay()).isEqualTo(told.replay());
    }

    @Test
    void aReplayStateAheadOfTheClockIsDroppedAndTheEvidenceCountsAgain() {
        KnownMode on = believed(KnownMode.INITIAL, state("ACTIVE", 1, ON));
        KnownMode ahead = on.withReplay(new ReplayState(NOW + 1_000_000, "ff".repeat(32), null, Map.of()));

        KnownMode mended =
                belief(ahead, settings(KEY)).owned(state("ACTIVE", 1, ON)).mode();

        assertThat(mended).isEqualTo(on);
    }

    @Test
    void whatStartsWithinTheClocksToleranceHasStartedAndLaterHasNot() {
        assertThat(believed(KnownMode.INITIAL, state("ACTIVE", 1, Records.signedOn(KEY, DOMAIN, NOW + 5, NOW + 9)))
                        .modeAt(NOW))
                .isEqualTo(Mode.ACTIVE);
        KnownMode scheduled =
                believed(KnownMode.INITIAL, state("NORMAL", 1, Records.signedOn(KEY, DOMAIN, NOW + 60, NOW + 90)));
        assertThat(scheduled.replay()).isEqualTo(ReplayState.EMPTY);
    }

    @Test
    void anOlderRecordDoesNotComeBack() {
        KnownMode off = believed(believed(KnownMode.INITIAL, state("ACTIVE", 1, ON)), state("NORMAL", 2, OFF));

        assertDoubted(off, state("ACTIVE", 3, ON), ModeDoubt.NO_EVIDENCE);
    }

    @Test
    void anEndIsReachedByTheClockAlone() {
        KnownMode on = believed(KnownMode.INITIAL, state("ACTIVE", 1, ON));

        assertThat(on.modeAt(NOW + 1000)).isEqualTo(Mode.ACTIVE);
        assertThat(on.modeAt(NOW + 1001)).isEqualTo(Mode.NORMAL);
    }

    @Test
    void theOwnersAnswerLeadsOutOfEveryPoisonedRow() {
        assertThat(owned(poisoned(FAR, Mode.ACTIVE), state("NORMAL", 3, null)).modeAt(NOW))
                .isEqualTo(Mode.NORMAL);
        assertThat(owned(poisoned(FAR, Mode.NORMAL), state("ACTIVE", 3, ON)).modeAt(NOW))
                .isEqualTo(Mode.ACTIVE);
        assertThat(owned(poisoned(FAR, Mode.ACTIVE), state("NORMAL", 3, OFF)))
                .isEqualTo(owned(KnownMode.INITIAL, state("NORMAL", 3, OFF)));
        assertThat(owned(poisoned(FAR, Mode.ACTIVE), state("NORMAL", 3, OFF)).sequence())
                .isEqualTo(3);
    }

    @Test
    void theOwnersWordAloneBeginsNothingAndEndsNothingThatIsProven() {
        ModeJudgement begun = belief(KnownMode.INITIAL, settings(KEY)).owned(state("ACTIVE", 1, null));
        assertThat(begun.mode().modeAt(NOW)).isEqualTo(Mode.NORMAL);
        assertThat(begun.doubt()).contains(ModeDoubt.NO_EVIDENCE);
        KnownMode on = believed(KnownMode.INITIAL, state("ACTIVE", 1, ON));

        ModeJudgement ended = belief(on, settings(KEY)).owned(state("NORMAL", 2, null));

        assertThat(ended.mode().modeAt(NOW)).isEqualTo(Mode.ACTIVE);
        assertThat(ended.doubt()).contains(ModeDoubt.EVIDENCE_SAYS_OTHERWISE);
        assertThat(belief(on, settings(KEY, "off-after:PT10M"))
                        .owned(state("NORMAL", 2, null))
                        .mode()
                        .modeAt(NOW))
                .as("a tenant that lets absence end DR")
                .isEqualTo(Mode.NORMAL);
    }

    @Test
    void ofATenantWithoutKeyIsAskedOfTheOwner() {
        List<List<String>> unsigned = Records.unsigned("on", NOW - 10, NOW + 10);
        ModeBelief belief = belief(KnownMode.INITIAL, settings(null));

        assertThat(belief.told(state("ACTIVE", 1, unsigned)))
                .isEqualTo(ModeJudgement.doubt(KnownMode.INITIAL, ModeDoubt.NO_KEY));
        assertThat(belief.owned(state("ACTIVE", 1, unsigned)).mode().modeAt(NOW))
                .isEqualTo(Mode.ACTIVE);
    }

    private static KnownMode believed(KnownMode known, DrStateChanged state) {
        ModeJudgement judged = belief(known, settings(KEY)).told(state);
        assertThat(judged.doubt()).isEmpty();
        return judged.mode();
    }

    private static KnownMode owned(KnownMode known, DrStateChanged state) {
        return belief(known, settings(KEY)).owned(state).mode();
    }

    private static void assertDoubted(KnownMode known, DrStateChanged state, ModeDoubt why) {
        assertThat(belief(known, settings(KEY)).told(state)).isEqualTo(ModeJudgement.doubt(known, why));
    }

    private static ModeBelief belief(KnownMode known, DrSettings settings) {
        return new ModeBelief(TenantRules.of(settings), known, JUDGE, NOW, 5, 1000);
    }

    /** As a forged event left it in a version that believed. */
    private static KnownMode poisoned(long sequence, Mode mode) {
        ReplayState ahead = new ReplayState(NOW + 1_000_000, "ff".repeat(32), null, Map.of());
        return new KnownMode(sequence, mode, null, null, ahead, Optional.empty());
    }

    private static DrSettings settings(SigningKey key) {
        return settings(key, "keep");
    }

    private static DrSettings settings(SigningKey key, String absence) {
        List<DrPublicKey> keys =
                key == null ? List.of() : List.of(new DrPublicKey("1", key.fingerprint(), key.publicPem()));
        return new DrSettings(
                "1", 1, DOMAIN, keys, 1, "strict", absence, true, new DnsLookup("authoritative", List.of()));
    }

    private static DrStateChanged state(String mode, long sequence, List<List<String>> evidence) {
        ReplayView replay = new ReplayView(null, null, null, Map.of());
        Instant now = Instant.ofEpochSecond(NOW);
        return new DrStateChanged(
                "1", DOMAIN, mode, mode, null, null, null, now, sequence, null, replay, evidence, now);
    }

    private static DrStateChanged with(DrStateChanged state, ReplayView replay) {
        return new DrStateChanged(
                state.customerId(),
                state.domain(),
                state.state(),
                state.mode(),
                null,
                null,
                null,
                state.since(),
                state.sequence(),
                null,
                replay,
                state.evidence(),
                state.at());
    }

    private static DrStateChanged with(DrStateChanged state, String domain) {
        return new DrStateChanged(
                state.customerId(),
                domain,
                state.state(),
                state.mode(),
                null,
                null,
                null,
                state.since(),
                state.sequence(),
                null,
                state.replay(),
                state.evidence(),
                state.at());
    }
}
