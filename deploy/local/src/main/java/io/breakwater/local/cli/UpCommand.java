package io.breakwater.local.cli;

import io.breakwater.activation.Mode;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.SuiteException;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.restart.RestartPolicy;
import io.breakwater.local.restart.Revival;
import io.breakwater.local.supervisor.SuiteRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the suite and stays until it is told to stop: by Ctrl-C, SIGTERM or {@code breakwater down}. */
@Command(name = "up", description = "Start the suite.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    /** What the last line says when all is well, and what it says when not all is. */
    static final String HEALTHY = "The suite is healthy";

    static final String NOT_HEALTHY = "The suite is up, but not healthy";
    private static final long LOOK_MILLIS = 250;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Mixin
    private SuiteArguments arguments;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when the suite is healthy; it goes on in the background until ./breakwater down.")
    private boolean detach;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(System.out);
        DataDirectory directory = data.directory();
        if (detach) {
            options(directory); // what is wrong with them is told here
            return new Detached(directory, terminal)
                    .start(spec.commandLine().getParent().getParseResult().originalArgs());
        }
        return run(terminal, directory);
    }

    private int run(Terminal terminal, DataDirectory directory) throws InterruptedException {
        LocalSuite suite = LocalSuite.of(options(directory));
        CountDownLatch stopping = new CountDownLatch(1);
        SuiteRegistry registry = SuiteRegistry.ofUser();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(suite, terminal, stopping, registry, directory), "stop"));
        try {
            terminal.step("Starting PostgreSQL, Kafka, a DNS zone, four services and three agents: half a minute to two"
                    + " minutes; the first time it also makes databases, keys and a sample tenant");
            registry.enter(directory);
            List<String> lacking = new Awaited(suite, terminal).bringUp();
            keepOffPublished(suite, terminal);
            SuiteTable.print(terminal, suite);
            conclude(terminal, directory, lacking);
        } catch (RuntimeException e) {
            if (stopping.getCount() == 0) {
                new CountDownLatch(1).await(); // the end of everything is under way
            }
            throw e;
        }
        watch(suite, terminal, directory, stopping);
        return 0;
    }

    private static void conclude(Terminal terminal, DataDirectory directory, List<String> lacking) {
        String end = "Ctrl-C or " + CommandHint.of(directory, "down") + " stops it.";
        if (lacking.isEmpty()) {
            terminal.step(HEALTHY + ". " + end);
        } else {
            lacking.forEach(terminal::step);
            terminal.step(NOT_HEALTHY + ": " + lacking.get(0) + ". " + end);
        }
    }

    /** What cannot be understood is a wrong argument, as what picocli itself refuses. */
    private SuiteOptions options(DataDirectory directory) {
        try {
            return arguments.options(directory);
        } catch (SuiteException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void stop(
            LocalSuite suite,
            Terminal terminal,
            CountDownLatch stopping,
            SuiteRegistry registry,
            DataDirectory directory) {
        terminal.onlyThisThread(); // nothing says "healthy" behind "stopping"
        stopping.countDown();
        if (suite.isStarted()) {
            terminal.step("stopping");
            suite.stop();
            registry.leave(directory);
            terminal.step("stopped");
        }
    }

    /** A name that did not exist is remembered as missing for a while; one with {@code b=off} is not. */
    private static void keepOffPublished(LocalSuite suite, Terminal terminal) {
        boolean ours = suite.surroundings().zone().updateKey().isPresent();
        if (ours && suite.activation().current().records().isEmpty()) {
            suite.activation().publish(Mode.NORMAL);
            terminal.step("published a signed off at " + suite.tenant().drDomain());
        }
    }

    /** Starts again what ends by itself, until the end. */
    private static void watch(LocalSuite suite, Terminal terminal, DataDirectory directory, CountDownLatch stopping)
            throws InterruptedException {
        Revival revival = new Revival(RestartPolicy.DEFAULT, directory, suite::processes, terminal::step, suite::tell);
        while (!stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            revival.look(Instant.now());
        }
    }
}
