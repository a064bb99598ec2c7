package io.breakwater.activation;

import static io.breakwater.activation.Signed.DOMAIN;
import static io.breakwater.activation.Signed.KEYS;
import static io.breakwater.activation.Signed.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MemoizingEvaluatorTest {

    private static final Rrset ON = record(Mode.ACTIVE, 100L, 200L);

    private final AtomicInteger uses = new AtomicInteger();
    private final List<TrustedKey> keys =
            List.of(new TrustedKey(KEYS.publicKey().fingerprint(), counted()));
    private final MemoizingEvaluator evaluator = new MemoizingEvaluator(2);

    @Test
    void verifiesAnUnchangedRecordSetOnce() {
        assertThat(evaluate(ON, 150).name()).isEqualTo("APPLY");
        int first = uses.get();
        List<TxtRecord> turned = new ArrayList<>(ON.records());
        Collections.reverse(turned);

        assertThat(evaluate(ON, 99).name()).isEqualTo("PENDING");
        assertThat(evaluate(new Rrset(turned), 201).name()).isEqualTo("EXPIRED");

        assertThat(first).isPositive();
        assertThat(uses).hasValue(first);
    }

    @Test
    void appliesTheReplayStateEachTime() {
        ReplayState later = new ReplayState(500L, "other", null, Map.of());

        evaluate(ON, 150);

        assertThat(evaluator
                        .evaluate(ON, DOMAIN, keys, Policy.DEFAULT, later, 150)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.REPLAY));
    }

    @Test
    void asksAgainForAnotherDomainKeyOrPolicy() {
        evaluate(ON, 150);

        assertThat(evaluator
                        .evaluate(ON, "other", keys, Policy.DEFAULT, ReplayState.EMPTY, 150)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.WRONG_DOMAIN));
        assertThat(evaluator
                        .evaluate(ON, DOMAIN, List.of(), Policy.DEFAULT, ReplayState.EMPTY, 150)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.SIGNED_WITHOUT_KEY));
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        evaluate(ON, 150);
        evaluate(record(Mode.TEST, 1L, 2L), 150);
        evaluate(record(Mode.TEST, 3L, 4L), 150);
        int before = uses.get();

        evaluate(ON, 150);

        assertThat(uses.get()).isGreaterThan(before);
    }

    @Test
    @DisplayName("I8: large record sets of one tenant do not fill the memory")
    void remembersFewerWhenTheyAreLarge() {
        evaluate(ON, 150);
        evaluate(padded(1_200), 150);
        int before = uses.get();
        evaluate(padded(1_200), 150);
        assertThat(uses).as("both have room for one").hasValue(before);

        evaluate(ON, 150);

        assertThat(uses.get()).as("but not both").isGreaterThan(before);
    }

    @Test
    void doesNotRememberWhatIsLargerThanAllItMayKeepAndForgetsNothingForIt() {
        evaluate(ON, 150);
        evaluate(padded(60_000), 150);
        int before = uses.get();

        evaluate(ON, 150);
        assertThat(uses).hasValue(before);
        evaluate(padded(60_000), 150);
        assertThat(uses.get()).isGreaterThan(before);
    }

    /** A signed pair beside a foreign text of so many octets. */
    private static Rrset padded(int octets) {
        List<TxtRecord> records = new ArrayList<>(ON.records());
        records.add(TxtRecord.ofLatin1(List.of("x".repeat(octets))));
        return new Rrset(records);
    }

    private Verdict evaluate(Rrset rrset, long now) {
        return evaluator
                .evaluate(rrset, DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, now)
                .verdict();
    }

    /** The key, with every use of it counted. */
    private RSAPublicKey counted() {
        return (RSAPublicKey) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RSAPublicKey.class}, (proxy, method, arguments) -> {
                    uses.incrementAndGet();
                    return method.invoke(KEYS.publicKey().key(), arguments);
                });
    }
}
