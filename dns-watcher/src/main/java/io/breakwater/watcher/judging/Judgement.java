package io.breakwater.watcher.judging;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Rrset;
import java.time.Instant;
import java.util.List;

/** What the answers so far amount to. */
public sealed interface Judgement {

    /**
     * A record set that counts as seen.
     *
     * @param digest of the set
     * @param ttlSeconds of the set, or of its denial
     * @param seenAt when the first source to give it had answered
     */
    record Observation(Rrset rrset, String digest, long ttlSeconds, Instant seenAt, Evaluation evaluation)
            implements Judgement {

        /** Octets that it takes to remember, roughly: the records, and what was said about each of them. */
        public long octets() {
            long records = rrset.records().stream()
                    .flatMap(record -> record.strings().stream())
                    .mapToLong(string -> string.length + 32L)
                    .sum();
            return records
                    + evaluation.warnings().stream()
                            .mapToLong(warning -> warning.detail().length() + 64L)
                            .sum();
        }

        /** The same without the records and what was said about them. */
        public Observation withoutRecords() {
            Evaluation brief =
                    new Evaluation(evaluation.verdict(), List.of(), evaluation.nextChange(), evaluation.scheduled());
            return new Observation(Rrset.EMPTY, digest, ttlSeconds, seenAt, brief);
        }

        /** Whether the records are there. */
        public boolean hasRecords() {
            return rrset.digest().equals(digest);
        }

        Rank rank() {
            return Rank.of(evaluation.verdict());
        }
    }

    /** No record set counts, which is no statement about the record. */
    record Undecided(Why why) implements Judgement {}

    /** Why no set counts. */
    enum Why {
        /** More answers may come. */
        WAITING,
        /** Nobody answered. */
        NO_ANSWER,
        /** Sources disagree, or too few answered, and nobody gave a verified activation. */
        NO_MAJORITY
    }
}
