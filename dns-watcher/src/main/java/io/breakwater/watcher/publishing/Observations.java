package io.breakwater.watcher.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Reason;
import io.breakwater.activation.Verdict;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.watcher.judging.Judgement.Observation;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.settings.WatchedDomain;
import java.io.UncheckedIOException;
import java.util.List;

/** Observations in the words of the bus. */
public final class Observations {
    /** Evaluated, it is HOLD MALFORMED for every tenant. */
    private static final List<List<String>> UNREADABLE = List.of(List.of("v=1;the observation is too large"));

    private static final int MOST_ANSWERS = 50;

    private Observations() {}

    public static DrObserved event(WatchedDomain domain, Observation seen, List<Answer> answers, String trigger) {
        return new DrObserved(
                domain.customerId(),
                domain.domain(),
                seen.rrset().toLatin1(),
                answers.stream().map(Observations::answer).toList(),
                seen.rrset().isEmpty() ? null : seen.ttlSeconds(),
                seen.seenAt(),
                verdict(seen.evaluation().verdict()),
                trigger);
    }

    /** Octets of the event's value. */
    static long octets(DrObserved observed) {
        try {
            return EventCodec.mapper().writeValueAsBytes(observed).length;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an observation is always JSON", e);
        }
    }

    /**
     * What is published instead of an observation that does not fit into an event: a look that failed. Its one record is a candidate that
     * nobody can follow, so that every consumer keeps its mode; without any it would be a denial, and half of them would be another
     * record set (I3).
     */
    static DrObserved tooLarge(DrObserved observed, long octets, long limit) {
        String detail = "TOO_LARGE: the observation has " + octets + " octets, at most " + limit + " are published";
        List<DrObserved.AuthorityAnswer> answers = observed.answers().stream()
                .limit(MOST_ANSWERS)
                .map(answer -> new DrObserved.AuthorityAnswer(
                        answer.server(), "UNAVAILABLE", detail, null, answer.rttMicros()))
                .toList();
        return new DrObserved(
                observed.customerId(),
                observed.domain(),
                UNREADABLE,
                answers,
                null,
                observed.seenAt(),
                new VerdictView("HOLD", Reason.TOO_MANY.name(), null, null, null, null),
                observed.trigger());
    }

    public static VerdictView verdict(Verdict verdict) {
        Activation activation = verdict.activation().orElse(null);
        return activation == null
                ? new VerdictView(verdict.name(), verdict.reason().name(), null, null, null, null)
                : new VerdictView(
                        verdict.name(),
                        verdict.reason().name(),
                        activation.mode().name(),
                        activation.t(),
                        activation.x(),
                        activation.identity());
    }

    public static DrObserved.AuthorityAnswer answer(Answer answer) {
        String server = answer.server() == null
                ? answer.source().name()
                : answer.server().toString();
        return new DrObserved.AuthorityAnswer(
                server, answer.outcome(), answer.detail(), answer.digest(), answer.rttMicros());
    }
}
