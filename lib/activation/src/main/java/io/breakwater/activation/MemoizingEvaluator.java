package io.breakwater.activation;

import java.util.Iterator;
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

    /** What is remembered of one question. @param octets of the record set: its text is kept with it */
    private record Remembered(Examination examination, long octets) {}

    /** Octets for each remembered set on average: a signed pair has about 550, and whoever writes larger ones must not fill the memory. */
    private static final long SHARE = 1024;

    private final int capacity;
    private final long mostOctets;
    private final Map<Question, Remembered> examinations = new LinkedHashMap<>(16, 0.75f, true);
    private long octets;

    /**
     * @param capacity how many record sets to remember, fewer when they are large; the ones not asked for longest are forgotten first
     */
    public MemoizingEvaluator(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
        this.mostOctets = capacity * SHARE;
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
            Remembered known = examinations.get(question);
            if (known != null) {
                return known.examination();
            }
        }
        Examination examination = Evaluator.examine(rrset, domain, keys, policy);
        remember(question, new Remembered(examination, octets(rrset)));
        return examination;
    }

    private void remember(Question question, Remembered fresh) {
        if (fresh.octets() > mostOctets) {
            return;
        }
        synchronized (examinations) {
            Remembered before = examinations.put(question, fresh);
            octets += fresh.octets() - (before == null ? 0 : before.octets());
            Iterator<Remembered> eldest = examinations.values().iterator();
            while (examinations.size() > capacity || octets > mostOctets) {
                octets -= eldest.next().octets();
                eldest.remove();
            }
        }
    }

    private static long octets(Rrset rrset) {
        return rrset.records().stream()
                .flatMap(record -> record.strings().stream())
                .mapToLong(string -> string.length)
                .sum();
    }
}
