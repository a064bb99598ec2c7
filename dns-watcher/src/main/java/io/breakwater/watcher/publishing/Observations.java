package io.breakwater.watcher.publishing;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Verdict;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.watcher.judging.Judgement.Observation;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.settings.WatchedDomain;
import java.util.List;

/** Observations in the words of the bus. */
public final class Observations {
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
