package io.breakwater.benchmarks.activation;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A signed pair evaluated whole, beside the bare verification of its signature that is the least it can cost, and beside an unchanged
 * record set, which must cost no verification.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvaluationBenchmark {

    private static final String DOMAIN = "dr.acme.example";
    private static final long NOW = 150;

    private final MemoizingEvaluator memoizing = new MemoizingEvaluator(16);
    private Rrset signed;
    private Rrset unsigned;
    private List<TrustedKey> keys;
    private RSAPublicKey key;
    private byte[] signedText;
    private byte[] signature;

    @Setup
    public void sign() {
        DrKeys pair = DrKeys.generate();
        RecordDraft draft = RecordDraft.of(Mode.ACTIVE, DOMAIN, 100, 200);
        signed = RecordSigner.sign(draft, pair.privateKey());
        unsigned = RecordSigner.unsigned(draft);
        keys = List.of(pair.publicKey());
        key = pair.publicKey().key();
        String first = signed.records().get(0).joined();
        String second = signed.records().get(1).joined();
        signedText = first.substring(0, first.indexOf("n=2;")).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getDecoder().decode(bh(first) + bh(second));
    }

    @Benchmark
    public boolean bareVerification() throws GeneralSecurityException {
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(key);
        rsa.update(signedText);
        return rsa.verify(signature);
    }

    @Benchmark
    public Evaluation signedPair() {
        return Evaluator.evaluate(signed, DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, NOW);
    }

    @Benchmark
    public Evaluation unchangedRecordSet() {
        return memoizing.evaluate(signed, DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, NOW);
    }

    @Benchmark
    public Evaluation unsignedRecord() {
        return Evaluator.evaluate(unsigned, DOMAIN, List.of(), Policy.DEFAULT, ReplayState.EMPTY, NOW);
    }

    private static String bh(String part) {
        return part.substring(part.indexOf("bh=") + 3);
    }
}
