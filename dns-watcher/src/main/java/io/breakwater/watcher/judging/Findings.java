package io.breakwater.watcher.judging;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Reason;
import io.breakwater.activation.Verdict;
import io.breakwater.watcher.judging.Judgement.Observation;
import java.time.Duration;
import java.time.Instant;

/**
 * What was found out about one domain before, and so whether an observation is news. Not safe for threads: it belongs to its domain's
 * watch, which guards it.
 */
public final class Findings {
    private final Duration confirmAfter;
    private final Duration heartbeat;

    private Told told;
    private Instant toldAt = Instant.MIN;
    private String confirmed;
    private String candidate;
    private Instant candidateSince;

    public Findings(Duration confirmAfter, Duration heartbeat) {
        this.confirmAfter = confirmAfter;
        this.heartbeat = heartbeat;
    }

    /** What to do with an observation. */
    public enum Decision {
        /** Publish it: it says something new. */
        NEWS,
        /** Publish it: nothing was published for a while. */
        HEARTBEAT,
        /** Nothing new. */
        SAME,
        /** Look again: only a second look makes it count. */
        CONFIRM,
        /** Wait for the look's other answers: it is not newer than what is known. */
        WAIT
    }

    /**
     * Decides, and takes the observation for published when the decision says so.
     *
     * @param complete whether the look has ended
     * @param hasKey whether the tenant has a key: then one look is enough
     */
    public Decision consider(Observation seen, boolean complete, boolean hasKey, Instant now) {
        if (!hasKey && !confirms(seen, now)) {
            return Decision.CONFIRM;
        }
        Told is = Told.of(seen);
        boolean news = !is.equals(told);
        if (news && hasKey && !complete && told != null && seen.rank().compareTo(told.rank()) <= 0) {
            return Decision.WAIT;
        }
        if (!news && (!complete || now.isBefore(toldAt.plus(heartbeat)))) {
            return Decision.SAME;
        }
        told = is;
        toldAt = now;
        return news ? Decision.NEWS : Decision.HEARTBEAT;
    }

    /** Forgets what was published, so that the next observation is news: its domain, its keys or its policy are others now. */
    public void startAgain() {
        told = null;
        confirmed = null;
        candidate = null;
    }

    private boolean confirms(Observation seen, Instant now) {
        if (seen.digest().equals(confirmed)) {
            candidate = null;
            return true;
        }
        if (!seen.digest().equals(candidate)) {
            candidate = seen.digest();
            candidateSince = now;
            return false;
        }
        if (now.isBefore(candidateSince.plus(confirmAfter))) {
            return false;
        }
        confirmed = candidate;
        candidate = null;
        return true;
    }

    /** What makes an observation news. */
    private record Told(String verdict, Reason reason, String identity, String digest, Rank rank) {
        static Told of(Observation seen) {
            Verdict verdict = seen.evaluation().verdict();
            String identity = verdict.activation().map(Activation::identity).orElse(null);
            return new Told(verdict.name(), verdict.reason(), identity, seen.digest(), seen.rank());
        }
    }
}
