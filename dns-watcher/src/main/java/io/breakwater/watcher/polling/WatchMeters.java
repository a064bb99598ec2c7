package io.breakwater.watcher.polling;

import io.breakwater.activation.Verdict;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.settings.WatchedDomain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is counted and logged of looks. Safe for threads. */
final class WatchMeters {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final MeterRegistry registry;

    WatchMeters(MeterRegistry registry) {
        this.registry = registry;
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
            Timer.builder("breakwater.watcher.answers")
                    .description("Time that a server took to answer")
                    .tag("server", server)
                    .register(registry)
                    .record(answer.rttMicros(), TimeUnit.MICROSECONDS);
        } else {
            Counter.builder("breakwater.watcher.unavailable")
                    .description("Questions to which a server gave no usable answer")
                    .tag("server", server)
                    .tag("reason", answer.detail().split(":", 2)[0])
                    .register(registry)
                    .increment();
        }
    }
}
