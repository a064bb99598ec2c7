package io.breakwater.agent.dnslook;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.mode.Source;
import io.breakwater.agent.pace.Backoff;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.event.AgentStatus.DrLookup;
import io.breakwater.dns.LookupResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Looks the record up and hands what it finds to the mode keeper. After a failure it tries again soon, with back-off up to the usual
 * interval. The step of a loop.
 */
public final class DnsLook implements PacedLoop.Step {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final DrDomain domain;
    private final OwnLook own;
    private final TrustStore trust;
    private final ModeKeeper keeper;
    private final Signals signals;
    private final DnsSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final AbsenceWatch absence;

    public DnsLook(Eyes eyes, TrustStore trust, ModeKeeper keeper, Signals signals, DnsSettings settings) {
        this.domain = eyes.domain();
        this.own = eyes.own();
        this.trust = trust;
        this.keeper = keeper;
        this.signals = signals;
        this.settings = settings;
        this.clock = eyes.domain().clock();
        this.random = RandomGenerator.getDefault();
        this.backoff = new Backoff(settings.retry(), settings.interval(), random);
        this.absence = new AbsenceWatch(eyes.domain(), keeper::recordSeenAt, clock);
    }

    /** What is looked with, and where is kept how it went. */
    public record Eyes(DrDomain domain, OwnLook own) {}

    @Override
    public Duration run() throws InterruptedException {
        Optional<Trust> believed = trust.trust();
        Optional<String> name = believed.flatMap(Trust::domain);
        if (name.isEmpty()) {
            own.forget();
            return settings.interval();
        }
        try {
            absence.about(name.get());
            LookupResult<List<byte[]>> result = await(domain.txt(name.get()));
            if (!absence.isWanted(believed.get())) {
                absence.unknown();
            } else if (result instanceof LookupResult.Absent<?>) {
                endWhatIsLongGone(believed.get(), name.get());
            }
            return judged(name.get(), result);
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            return failed(name.get(), words(e));
        }
    }

    private static <T> T await(CompletionStage<T> stage)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endWhatIsLongGone(Trust believed, String name)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (absence.endsMode(believed, await(absence.ask(name)))) {
            keeper.lastingAbsence(name, absence.deniedSince());
        }
    }

    private Duration judged(String name, LookupResult<List<byte[]>> result) {
        if (result instanceof LookupResult.Found<List<byte[]>> found) {
            absence.seen(found.ttlSeconds());
            observe(OwnLook.FOUND, Rrset.ofOctets(found.records()), result);
        } else if (result instanceof LookupResult.Absent<List<byte[]>>) {
            observe(OwnLook.ABSENT, Rrset.EMPTY, result);
        } else if (result instanceof LookupResult.Unavailable<List<byte[]>> unavailable) {
            return failed(name, unavailable.reason() + " " + unavailable.detail());
        }
        signals.troubles().clear(Trouble.DNS);
        backoff.reset();
        return jittered(settings.interval());
    }

    private void observe(String outcome, Rrset rrset, LookupResult<?> result) {
        signals.metrics().looked(outcome);
        ended(outcome, null);
        keeper.observe(new Evidence(rrset, clock.millis(), "dns " + result.server()), Source.DNS);
    }

    private Duration failed(String name, String why) {
        absence.unknown();
        signals.metrics().looked(OwnLook.UNAVAILABLE);
        ended(OwnLook.UNAVAILABLE, Words.bounded(why));
        signals.troubles().raise(Trouble.DNS, name + " cannot be looked up: " + why);
        return backoff.next();
    }

    private void ended(String outcome, String detail) {
        if (own.ended(new DrLookup(outcome, clock.instant(), detail))) {
            signals.changed().run();
        }
    }

    /** What the settings' own checks say may be shown as it is. */
    private static String words(Exception failure) {
        return failure instanceof IllegalArgumentException ? failure.getMessage() : Words.of(failure);
    }

    private Duration jittered(Duration interval) {
        double factor = 1 + settings.jitter() * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (interval.toNanos() * factor));
    }
}
