package io.breakwater.watcher.polling;

import io.breakwater.activation.Verdict;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.settings.WatchedDomain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is counted and logged of looks. Safe for threads. */
final class WatchMeters {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final String ANSWERS = "breakwater.watcher.answers";
    private static final String UNAVAILABLE = "breakwater.watcher.unavailable";
    private static final String SERVER = "server";
    static final int MOST_SERVERS = 2_000;

    private final MeterRegistry registry;

    WatchMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Keeps the series that have a server's address in them within bounds: the addresses come from the tenants' zones, and a zone that
     * gives others with every answer must not fill the memory of all (I8). Servers beyond the first so many are not counted.
     */
    static MeterFilter boundedAnswers() {
        return bounded(ANSWERS);
    }

    /** As {@link #boundedAnswers}, for the answers that did not come. */
    static MeterFilter boundedUnavailable() {
        return bounded(UNAVAILABLE);
    }

    private static MeterFilter bounded(String name) {
        return MeterFilter.maximumAllowableTags(name, SERVER, MOST_SERVERS, MeterFilter.deny());
    }

    void looked(Trigger trigger, Judgement judgement, Progress progress, long nanos) {
        String outcome = judgement instanceof Judgement.Undecided undecided
                ? undecided.why().name().toLowerCase(Locale.ROOT)
                : "seen";
        Timer.builder("breakwater.watcher.looks")
                .description("Looks at a domain, until the last source has answered")
                .tag("trigger", trigger.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        progress.answers().forEach(this::answered);
    }

    /** Counts and logs a verdict that is news. */
    void news(WatchedDomain domain, Trigger trigger, Verdict verdict) {
        LOG.infof(
                "%s of tenant %s: %s %s %s, seen by %s",
                domain.domain(),
                domain.customerId(),
                verdict.name(),
                verdict.reason(),
                verdict.activation().map(activation -> activation.mode().name()).orElse("-"),
                trigger);
        Counter.builder("breakwater.watcher.verdicts")
                .description("Observations that said something new")
                .tag("verdict", verdict.name())
                .tag("reason", verdict.reason().name())
                .register(registry)
                .increment();
    }

    private void answered(Answer answer) {
        if (answer.server() == null) {
            return;
        }
        String server = answer.server().toString();
        if (answer.isKnown()) {
            Timer.builder(ANSWERS)
                    .description("Time that a server took to answer")
                    .tag(SERVER, server)
                    .register(registry)
                    .record(answer.rttMicros(), TimeUnit.MICROSECONDS);
        } else {
            Counter.builder(UNAVAILABLE)
                    .description("Questions to which a server gave no usable answer")
                    .tag(SERVER, server)
                    .tag("reason", answer.detail().split(":", 2)[0])
                    .register(registry)
                    .increment();
        }
    }
}
