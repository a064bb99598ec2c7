package io.breakwater.local.drill;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.UnreachableException;
import io.breakwater.local.zone.ActivationZone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes one record and follows it. For one thread. */
final class Drill {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ActivationZone zone;
    private final Follower first;
    private final Follower second;
    private final Progress progress;

    /**
     * @param first who is asked for the agents
     * @param second who is asked when the first does not answer
     */
    Drill(ActivationZone zone, Follower first, Follower second, Progress progress) {
        this.zone = zone;
        this.first = first;
        this.second = second;
        this.progress = progress;
    }

    /**
     * @param duration from now to the record's end
     * @param patience how long agents may take
     * @return who has not acknowledged, with what is known of them; empty: everybody has
     * @throws SuiteException when the record cannot be published
     */
    List<Follower.Acknowledgement> run(Mode mode, Duration duration, Duration patience) {
        Activation activation = publish(mode, duration);
        progress.step("published at " + zone.domain() + "; Ctrl-C ends the watching, not the activation");
        return follow(activation, patience);
    }

    private Activation publish(Mode mode, Duration duration) {
        try {
            long start = Math.max(
                    Instant.now().getEpochSecond(), published().map(t -> t + 1).orElse(0L));
            progress.step("signing b=" + word(mode) + " for " + zone.domain() + ", until "
                    + Instant.ofEpochSecond(start).plus(duration));
            Rrset rrset = zone.signed(mode, start, start + duration.toSeconds());
            zone.publish(rrset);
            return activation(rrset)
                    .orElseThrow(
                            () -> new SuiteException(
                                    "the record that was published cannot be read with the tenant's key: is this the suite of that key?"));
        } catch (UncheckedIOException e) {
            throw new SuiteException("nothing was published: " + e.getMessage(), e);
        }
    }

    /** The start of what the zone has now: a record that is not newer would be a replay. */
    private Optional<Long> published() {
        return activation(zone.current()).map(Activation::t);
    }

    private Optional<Activation> activation(Rrset rrset) {
        return Evaluator.evaluate(
                        rrset,
                        zone.domain(),
                        List.of(zone.keys().publicKey()),
                        Policy.DEFAULT,
                        ReplayState.EMPTY,
                        Instant.now().getEpochSecond())
                .verdict()
                .activation();
    }

    private List<Follower.Acknowledgement> follow(Activation activation, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Set<String> told = new LinkedHashSet<>();
        Follower asked = first;
        while (true) {
            List<Follower.Acknowledgement> now = new ArrayList<>();
            try {
                now.addAll(asked.look(activation));
            } catch (UnreachableException e) {
                if (asked == second) {
                    throw e;
                }
                progress.step("dr-controller does not answer; asking the agents themselves");
                asked = second;
                continue;
            }
            now.stream().filter(Follower.Acknowledgement::acknowledged).forEach(agent -> {
                if (told.add(agent.agent())) {
                    progress.step(
                            agent.agent() + " has acknowledged" + after(agent) + ", it serves in " + agent.mode());
                }
            });
            List<Follower.Acknowledgement> late =
                    now.stream().filter(agent -> !agent.acknowledged()).toList();
            if (late.isEmpty() && !now.isEmpty()) {
                progress.step("all " + now.size() + " designated agents have acknowledged " + activation.mode());
                return List.of();
            }
            if (System.nanoTime() > deadline) {
                if (now.isEmpty()) {
                    throw new SuiteException("no agent is designated: nobody can follow");
                }
                return late;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static String after(Follower.Acknowledgement agent) {
        return agent.millis() == null ? "" : " after " + agent.millis() + " ms";
    }

    private static String word(Mode mode) {
        return switch (mode) {
            case ACTIVE -> "on";
            case TEST -> "test";
            case NORMAL -> "off";
        };
    }
}
