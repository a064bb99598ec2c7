package io.breakwater.activation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An evaluator that remembers what it examined: for a record set, domain, keys and policy that it has seen nothing is parsed and no
 * signature verified again, only the choice is made anew. For those who look every few seconds at what seldom changes.
 *
 * <p>Safe for use by any number of threads: the map is guarded by its own lock, which is not held while examining; two threads with the
 * same new record set may both examine it, with the same result.
 */
public final class MemoizingEvaluator {

    private record Question(
            String rrsetDigest, String domain, List<String> keyFingerprints, boolean compatSignedText) {}

    private final Map<Question, Examination> examinations;

    /**
     * @param capacity how many record sets to remember; the ones not asked for longest are forgotten first
     */
    public MemoizingEvaluator(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity must be at least 1, not " + capacity);
        }
        this.examinations = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Examination> eldest) {
                return size() > capacity;
            }
        };
    }

    /** As {@link Evaluator#evaluate}. */
    public Evaluation evaluate(
            Rrset rrset, String domain, List<TrustedKey> keys, Policy policy, ReplayState state, long nowEpochSeconds) {
        return Evaluator.choose(examination(rrset, domain, keys, policy), policy, state, nowEpochSeconds);
    }

    private Examination examination(Rrset rrset, String domain, List<TrustedKey> keys, Policy policy) {
        Question question = new Question(
                rrset.digest(),
                domain,
                keys.stream().map(TrustedKey::fingerprint).toList(),
                policy.compatSignedText());
        synchronized (examinations) {
            Examination known = examinations.get(question);
            if (known != null) {
                return known;
            }
        }
        Examination examination = Evaluator.examine(rrset, domain, keys, policy);
        synchronized (examinations) {
            examinations.put(question, examination);
        }
        return examination;
    }
}
