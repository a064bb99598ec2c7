package io.breakwater.watcher.polling;

import io.breakwater.activation.ReplayState;
import io.breakwater.dns.LookupResult;
import io.breakwater.watcher.judging.Findings;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.judging.Judgement.Observation;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.publishing.Observations;
import io.breakwater.watcher.settings.WatchedDomain;
import java.net.InetAddress;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Watches one tenant's domain: looks, hands news to the publisher and plans the next look. Looks may overlap, so that a silent
 * authority delays no nudge. Every method may be called from any thread; the state is guarded by this, the domain may be read without.
 */
public final class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final int MAX_LOOKS = 4;

    private final WatchTools tools;
    private final Generations generations = new Generations(MAX_LOOKS);
    private final Findings findings;
    private final Plan plan;

    private volatile WatchedDomain domain;
    private ReplayState replay;
    private LookReport last;
    private Observation lastSeen;
    private LookupResult<InetAddress> addresses;
    private Trigger waiting;

    Watch(WatchTools tools, WatchedDomain domain, ReplayState replay) {
        this.tools = tools;
        this.domain = domain;
        this.replay = replay;
        this.findings = tools.newFindings();
        this.plan = new Plan(tools.timing(), this::look);
    }

    /** Looks now. */
    public void look(Trigger trigger) {
        WatchedDomain target;
        long number;
        synchronized (this) {
            if (plan.isClosed()) {
                return;
            }
            if (generations.isFull()) {
                waiting = trigger;
                return;
            }
            number = generations.start();
            target = domain;
            plan.next(timing().schedule().longest(), Trigger.POLL);
        }
        Run run = new Run(number, target, trigger, timing().clock().instant(), System.nanoTime());
        tools.looker().look(target, trigger.isUrgent(), progress -> heard(run, progress));
        if (trigger == Trigger.POLL || trigger == Trigger.SETTINGS) {
            tools.looker().addresses(target).thenAccept(this::resolved);
        }
    }

    /** A name server says that the zone changed: look now and, while nothing new is seen, a few times more; authorities lag. */
    public synchronized void notified() {
        plan.notified(lastSeen == null ? "" : lastSeen.digest());
    }

    /** Somebody asked for a look. */
    public synchronized void poked() {
        plan.poked();
    }

    /** Follows settings that an event told; those of an older revision change nothing. */
    synchronized void update(WatchedDomain settings) {
        if (settings.revision() >= domain.revision()) {
            replace(settings);
        }
    }

    /** Follows the settings, whatever their revision. Whether they are others than the known ones. */
    synchronized boolean replace(WatchedDomain settings) {
        if (settings.equals(domain)) {
            return false;
        }
        boolean other = !settings.domain().equals(domain.domain());
        domain = settings;
        findings.startAgain();
        if (other) {
            tools.seen().forget(lastSeen);
            last = null;
            lastSeen = null;
            addresses = null;
            replay = ReplayState.EMPTY;
        }
        plan.soon(Trigger.SETTINGS);
        return true;
    }

    /** Whether that is another state than the known one. */
    synchronized boolean applied(ReplayState state) {
        if (state.equals(replay)) {
            return false;
        }
        replay = state;
        plan.soon(Trigger.SETTINGS);
        return true;
    }

    /** Whether the domain is the zone's name or stands below it. */
    boolean isIn(String zone) {
        String name = domain.domain();
        return name.equals(zone) || name.endsWith("." + zone);
    }

    synchronized void close() {
        plan.close();
        tools.seen().forget(lastSeen);
        lastSeen = null;
    }

    /** What is known, for people. */
    public synchronized WatchStatus status() {
        return new WatchStatus(domain, last, lastSeen, addresses, plan.nextAt());
    }

    private void heard(Run run, Progress progress) {
        Trigger again = null;
        synchronized (this) {
            try {
                if (run.domain().equals(domain)
                        && !plan.isClosed()
                        && generations.maySpeak(run.number(), weight(progress))) {
                    judge(run, progress);
                }
            } catch (RuntimeException e) {
                // the next look is planned already; a look that did not end would count as running for ever
                LOG.errorf(
                        e, "the answers about %s of tenant %s were not judged", domain.domain(), domain.customerId());
            }
            if (progress.complete()) {
                generations.end();
                again = waiting;
                waiting = null;
            }
        }
        if (again != null) {
            look(again);
        }
    }

    /** Complete progress without an answer must not look like no progress. */
    private static int weight(Progress progress) {
        return progress.answers().size() + (progress.complete() ? 1 : 0);
    }

    private void judge(Run run, Progress progress) {
        Judgement judgement = tools.judge().judge(domain, replay, progress);
        Findings.Decision decision = null;
        if (judgement instanceof Observation seen) {
            decision = findings.consider(
                    seen, progress.complete(), domain.hasKey(), timing().clock().instant());
            took(run, progress, seen, decision);
        }
        if (progress.complete()) {
            last = new LookReport(
                    run.trigger(),
                    run.at(),
                    progress.withoutRecords(),
                    judgement instanceof Observation seen ? seen.withoutRecords() : judgement);
            if (generations.isNewest(run.number())) {
                plan.afterLook(judgement, decision);
            }
            tools.meters().looked(run.trigger(), judgement, progress, System.nanoTime() - run.startNanos());
        }
    }

    private void took(Run run, Progress progress, Observation seen, Findings.Decision decision) {
        if (decision == Findings.Decision.NEWS || decision == Findings.Decision.HEARTBEAT) {
            boolean taken = tools.publisher()
                    .publish(Observations.event(
                            domain, seen, progress.answers(), run.trigger().name()));
            if (!taken) {
                // nobody heard of it: the next look tells it
                findings.startAgain();
            }
        }
        if (decision == Findings.Decision.NEWS) {
            tools.meters().news(domain, run.trigger(), seen.evaluation().verdict());
        }
        if (progress.complete() || decision == Findings.Decision.NEWS) {
            plan.seen(seen.digest());
            lastSeen = decision == Findings.Decision.CONFIRM
                    ? lastSeen
                    : tools.seen().remember(lastSeen, seen);
        }
    }

    private synchronized void resolved(LookupResult<InetAddress> result) {
        addresses = result;
    }

    private WatchTools.Timing timing() {
        return tools.timing();
    }

    private record Run(long number, WatchedDomain domain, Trigger trigger, Instant at, long startNanos) {}
}
