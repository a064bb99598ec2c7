package io.breakwater.watcher.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.dns.Asking;
import io.breakwater.dns.ServerAddress;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import io.breakwater.watcher.judging.Judgement.Observation;
import io.breakwater.watcher.judging.Judgement.Undecided;
import io.breakwater.watcher.judging.Judgement.Why;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.looking.Source;
import io.breakwater.watcher.settings.WatchedDomain;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the answers of a look amount to (I1, I3)")
class JudgeTest {
    private static final String DOMAIN = "dr.example.test";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final SigningKey KEY = SigningKey.generate();
    private static final List<List<String>> OLD = signed("off", -100);
    private static final List<List<String>> NEW = signed("on", -10);
    private static final List<List<String>> UNAVAILABLE = null;

    private final Judge judge = new Judge(new MemoizingEvaluator(100), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void withAKeyTheNewestVerifiedActivationOfAnySourceCounts() {
        Observation seen = observed(judge(true, 3, OLD, OLD, NEW));

        assertThat(seen.rrset().toLatin1()).isEqualTo(NEW);
        assertThat(seen.evaluation().verdict().name()).isEqualTo("APPLY");
    }

    @Test
    void withAKeyTheFirstAnswerIsEnoughWhileOthersAreSilent() {
        assertThat(observed(judge(true, 3, NEW)).rrset().toLatin1()).isEqualTo(NEW);
    }

    @Test
    void withAKeyAForgedMajorityDoesNotHideAVerifiedActivation() {
        List<List<String>> forged = Records.signedOn(SigningKey.generate(), DOMAIN, epoch(-1), epoch(1000));

        assertThat(observed(judge(true, 3, forged, forged, NEW)).rrset().toLatin1())
                .isEqualTo(NEW);
    }

    @Test
    void withAKeyABadRecordIsToldWhenNothingElseIsThere() {
        List<List<String>> forged = Records.signedOn(SigningKey.generate(), DOMAIN, epoch(-1), epoch(1000));

        Observation seen = observed(judge(true, 3, forged, List.of(), UNAVAILABLE));

        assertThat(seen.evaluation().verdict().reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void aDenialByAMinorityIsNoObservation() {
        assertThat(judge(true, 3, List.of(), UNAVAILABLE, UNAVAILABLE)).isEqualTo(new Undecided(Why.NO_MAJORITY));
        assertThat(observed(judge(true, 3, List.of(), List.of(), UNAVAILABLE))
                        .evaluation()
                        .verdict()
                        .reason())
                .isEqualTo(Reason.NO_RECORD);
    }

    @Test
    void silenceIsNoObservation() {
        assertThat(judge(true, 2, UNAVAILABLE, UNAVAILABLE)).isEqualTo(new Undecided(Why.NO_ANSWER));
        assertThat(judge(false, 2, UNAVAILABLE, UNAVAILABLE)).isEqualTo(new Undecided(Why.NO_ANSWER));
        assertThat(judge.judge(domain(true), ReplayState.EMPTY, new Progress(List.of(), 0, true, null, "none")))
                .isEqualTo(new Undecided(Why.NO_ANSWER));
    }

    @Test
    void aRecordThatWasAppliedBeforeIsHeldAsReplay() {
        ReplayState replay = ReplayState.EMPTY.after(
                observed(judge(true, 1, NEW)).evaluation().verdict(), NOW.getEpochSecond());

        Observation seen = observed(judge.judge(domain(true), replay, progress(1, OLD)));

        assertThat(seen.evaluation().verdict().reason()).isEqualTo(Reason.REPLAY);
    }

    @Test
    void withoutAKeyOnlyAMajorityOfAllSourcesCounts() {
        List<List<String>> on = Records.unsigned("on", null, null);
        List<List<String>> off = Records.unsigned("off", null, null);

        assertThat(judge(false, 3, on)).isEqualTo(new Undecided(Why.WAITING));
        assertThat(observed(judge(false, 3, on, on)).rrset().toLatin1()).isEqualTo(on);
        assertThat(judge(false, 3, on, off, UNAVAILABLE)).isEqualTo(new Undecided(Why.NO_MAJORITY));
        assertThat(judge(false, 2, on, off)).isEqualTo(new Undecided(Why.NO_MAJORITY));
        assertThat(observed(judge(false, 1, on)).evaluation().verdict().name()).isEqualTo("APPLY");
    }

    @Test
    void theSmallestTtlOfThoseWhoGaveTheSetCounts() {
        Progress progress = new Progress(
                List.of(answer("a", NEW, 300), answer("b", NEW, 30), answer("c", OLD, 5)), 3, true, null, null);

        assertThat(observed(judge.judge(domain(true), ReplayState.EMPTY, progress))
                        .ttlSeconds())
                .isEqualTo(30);
    }

    @SafeVarargs
    private Judgement judge(boolean withKey, int sources, List<List<String>>... rrsets) {
        return judge.judge(domain(withKey), ReplayState.EMPTY, progress(sources, rrsets));
    }

    @SafeVarargs
    private static Progress progress(int sources, List<List<String>>... rrsets) {
        List<Answer> answers = new ArrayList<>();
        for (List<List<String>> rrset : rrsets) {
            answers.add(answer("ns" + answers.size(), rrset, 30));
        }
        return new Progress(answers, sources, answers.size() == sources, "example.test", null);
    }

    private static Answer answer(String name, List<List<String>> records, long ttl) {
        ServerAddress server = ServerAddress.parse("192.0.2.1");
        Source source = new Source(name, List.of(server), Asking.AUTHORITY);
        Rrset rrset = records == null ? null : Rrset.ofLatin1(records);
        return new Answer(
                source,
                server,
                rrset,
                rrset == null ? null : rrset.digest(),
                ttl,
                rrset == null ? "TIMEOUT: x" : null,
                100,
                NOW);
    }

    private static WatchedDomain domain(boolean withKey) {
        List<TrustedKey> keys = withKey ? List.of(TrustedKey.orUnusable(KEY.publicPem())) : List.of();
        return new WatchedDomain("1", 1, DOMAIN, keys, Policy.DEFAULT, false, List.of());
    }

    private static List<List<String>> signed(String body, long startsIn) {
        return Records.signed(KEY, DOMAIN, body, epoch(startsIn), epoch(1000));
    }

    private static Long epoch(long in) {
        return NOW.getEpochSecond() + in;
    }

    private static Observation observed(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Observation.class);
        return (Observation) judgement;
    }
}
