package io.breakwater.local.restart;

import io.breakwater.embedded.process.ServerStartException;
import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.process.ManagedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches processes and starts again those that died. {@link #look} is for one thread; the starts themselves, which wait until a
 * process is healthy, are on threads of their own.
 */
public final class Revival {
    private final RestartPolicy policy;
    private final DataDirectory directory;
    private final Supplier<List<ManagedProcess>> processes;
    private final Consumer<String> says;
    private final Runnable changed;
    private final ExecutorService starts = Executors.newCachedThreadPool(Revival::thread);
    private final Map<String, DeathRecord> records = new HashMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Boolean> starting = new ConcurrentHashMap<>();
    private final Map<String, Boolean> givenUp = new HashMap<>();

    /**
     * @param says hears each step, for people
     * @param changed called when what is known of a process changed
     */
    public Revival(
            RestartPolicy policy,
            DataDirectory directory,
            Supplier<List<ManagedProcess>> processes,
            Consumer<String> says,
            Runnable changed) {
        this.policy = policy;
        this.directory = directory;
        this.processes = processes;
        this.says = says;
        this.changed = changed;
    }

    /** Looks once; to be called several times a second. */
    public void look(Instant now) {
        for (ManagedProcess process : processes.get()) {
            String name = process.name();
            if (process.isRunning() || process.isClosed() || starting.containsKey(name) || givenUp.containsKey(name)) {
                continue;
            }
            Instant at = due.get(name);
            if (at == null) {
                died(process, now);
            } else if (!now.isBefore(at)) {
                due.remove(name);
                starting.put(name, true);
                starts.execute(() -> start(process));
            }
        }
    }

    private void died(ManagedProcess process, Instant now) {
        String name = process.name();
        DeathRecord record =
                records.computeIfAbsent(name, key -> new DeathRecord(policy, ThreadLocalRandom.current()::nextDouble));
        Optional<Duration> wait = record.died(now);
        String code = process.exitCode().map(Object::toString).orElse("unknown");
        String log = CommandHint.of(directory, "logs " + name);
        if (wait.isPresent()) {
            due.put(name, now.plus(wait.get()));
            says.accept("restarting %s, exit code %s, %s time, in %s s: %s"
                    .formatted(name, code, ordinal(process.restarts() + 1), seconds(wait.get()), log));
        } else {
            givenUp.put(name, true);
            says.accept("giving up on %s, exit code %s: it died %d times within %d min; see %s"
                    .formatted(name, code, record.number(), policy.window().toMinutes(), log));
        }
        changed.run();
    }

    private void start(ManagedProcess process) {
        try {
            process.restart();
            says.accept(process.name() + " is healthy again after "
                    + process.startTime().map(Revival::seconds).orElse("?") + " s");
        } catch (SuiteException | ServerStartException e) {
            // When it is dead, the next look sees that; while the suite is being stopped nothing more is said.
            if (process.isRunning()) {
                says.accept(process.name() + " runs again, but is not healthy: "
                        + CommandHint.of(directory, "logs " + process.name()));
            }
        } finally {
            starting.remove(process.name());
            changed.run();
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }

    static String ordinal(int number) {
        int tens = number % 100;
        String suffix = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + suffix;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "revival");
        thread.setDaemon(true);
        return thread;
    }
}
