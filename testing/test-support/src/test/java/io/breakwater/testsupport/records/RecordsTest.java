package io.breakwater.testsupport.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.activation.Verdict;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I1: records written from the specification are read as the specification says")
class RecordsTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final String DOMAIN = "dr.breakwater.test";

    @Test
    void aSignedPairIsApplied() throws Exception {
        assertThat(judge(Records.signedOn(KEY, DOMAIN, 1_000L, 2_000L))).isInstanceOf(Verdict.Apply.class);
    }

    @Test
    void halfAPairIsHeld() throws Exception {
        assertThat(judge(Records.partial(KEY, DOMAIN, "on", 1_000L, 2_000L)).reason())
                .isEqualTo(Reason.PARTIAL);
    }

    @Test
    void anUnsignedRecordIsHeldWhereThereIsAKey() throws Exception {
        assertThat(judge(Records.unsigned("on", null, null)).reason()).isEqualTo(Reason.UNSIGNED_WITH_KEY);
    }

    @Test
    void aForeignRecordIsNone() throws Exception {
        assertThat(judge(Records.foreign())).isInstanceOf(Verdict.None.class);
    }

    private static Verdict judge(List<List<String>> rrset) throws Exception {
        Evaluation evaluation = Evaluator.evaluate(
                Rrset.ofLatin1(rrset),
                DOMAIN,
                List.of(TrustedKey.parse(KEY.publicPem())),
                Policy.DEFAULT,
                ReplayState.EMPTY,
                1_500);
        return evaluation.verdict();
    }
}
