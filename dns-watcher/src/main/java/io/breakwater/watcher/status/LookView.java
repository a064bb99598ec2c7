package io.breakwater.watcher.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.polling.LookReport;
import io.breakwater.watcher.polling.WatchStatus;
import io.breakwater.watcher.publishing.Observations;
import java.time.Instant;

/**
 * A domain's last look, in brief.
 *
 * @param lastLook when the last look began; absent before the first one ended
 * @param trigger what made it
 * @param observed whether it gave an observation
 * @param answered sources that answered
 * @param sources that there are
 * @param seenAt when the last observation was made
 * @param verdict of the last observation
 * @param published whether the bus has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookView(
        String customerId,
        String domain,
        Instant lastLook,
        String trigger,
        boolean observed,
        long answered,
        int sources,
        Instant seenAt,
        VerdictView verdict,
        boolean published,
        Instant nextLook) {

    static LookView of(WatchStatus status, boolean published) {
        LookReport last = status.last();
        Judgement.Observation seen = status.lastSeen();
        return new LookView(
                status.domain().customerId(),
                status.domain().domain(),
                last == null ? null : last.at(),
                last == null ? null : last.trigger().name(),
                last != null && last.judgement() instanceof Judgement.Observation,
                last == null
                        ? 0
                        : last.progress().answers().stream()
                                .filter(answer -> answer.isKnown())
                                .count(),
                last == null ? 0 : last.progress().sources(),
                seen == null ? null : seen.seenAt(),
                seen == null ? null : Observations.verdict(seen.evaluation().verdict()),
                published,
                status.nextLook());
    }
}
