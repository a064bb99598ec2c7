package io.breakwater.watcher.judging;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.ReplayState;
import io.breakwater.watcher.judging.Judgement.Observation;
import io.breakwater.watcher.judging.Judgement.Undecided;
import io.breakwater.watcher.judging.Judgement.Why;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.settings.WatchedDomain;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the record set that counts. With a key one source with a verified activation is enough, the newest counts, and the set of a
 * majority counts when there is none. Without a key only the set of a majority of all sources counts. Safe for threads.
 */
public final class Judge {
    private final MemoizingEvaluator evaluator;
    private final Clock clock;

    public Judge(MemoizingEvaluator evaluator, Clock clock) {
        this.evaluator = evaluator;
        this.clock = clock;
    }

    public Judgement judge(WatchedDomain domain, ReplayState replay, Progress progress) {
        Map<String, Ballot> ballots = count(progress);
        if (domain.hasKey()) {
            Optional<Observation> newest = ballots.values().stream()
                    .map(ballot -> observe(domain, replay, ballot))
                    .filter(seen -> seen.evaluation().verdict().activation().isPresent())
                    .max(Comparator.comparing(Observation::rank));
            if (newest.isPresent()) {
                return newest.get();
            }
            if (!progress.complete()) {
                return new Undecided(Why.WAITING);
            }
        }
        Optional<Ballot> majority = ballots.values().stream()
                .filter(ballot -> ballot.votes() * 2 > progress.sources())
                .findFirst();
        if (majority.isPresent()) {
            return observe(domain, replay, majority.get());
        }
        return domain.hasKey() ? withoutMajority(domain, replay, progress, ballots) : undecided(progress, ballots);
    }

    /** Records that cannot be used are seen and told, a denial by a minority is not. */
    private Judgement withoutMajority(
            WatchedDomain domain, ReplayState replay, Progress progress, Map<String, Ballot> ballots) {
        Optional<Ballot> found = ballots.values().stream()
                .filter(ballot -> !ballot.first().rrset().isEmpty())
                .max(Comparator.comparing(Ballot::votes));
        return found.isPresent() ? observe(domain, replay, found.get()) : undecided(progress, ballots);
    }

    private static Judgement undecided(Progress progress, Map<String, Ballot> ballots) {
        if (!progress.complete()) {
            return new Undecided(Why.WAITING);
        }
        return new Undecided(ballots.isEmpty() ? Why.NO_ANSWER : Why.NO_MAJORITY);
    }

    private Observation observe(WatchedDomain domain, ReplayState replay, Ballot ballot) {
        Answer answer = ballot.first();
        Evaluation evaluation = evaluator.evaluate(
                answer.rrset(),
                domain.domain(),
                domain.keys(),
                domain.policy(),
                replay,
                clock.instant().getEpochSecond());
        return new Observation(answer.rrset(), answer.digest(), ballot.ttlSeconds(), answer.at(), evaluation);
    }

    private static Map<String, Ballot> count(Progress progress) {
        Map<String, Ballot> ballots = new LinkedHashMap<>();
        for (Answer answer : progress.answers()) {
            if (answer.isKnown()) {
                ballots.merge(answer.digest(), new Ballot(List.of(answer)), Ballot::plus);
            }
        }
        return ballots;
    }

    /** The sources that gave one record set. */
    private record Ballot(List<Answer> answers) {
        Ballot plus(Ballot other) {
            List<Answer> all = new ArrayList<>(answers);
            all.addAll(other.answers);
            return new Ballot(all);
        }

        int votes() {
            return answers.size();
        }

        Answer first() {
            return answers.stream().min(Comparator.comparing(Answer::at)).orElseThrow();
        }

        long ttlSeconds() {
            return answers.stream().mapToLong(Answer::ttlSeconds).min().orElse(0);
        }
    }
}
