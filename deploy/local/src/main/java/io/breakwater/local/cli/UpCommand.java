package io.breakwater.local.cli;

import io.breakwater.activation.Mode;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.SuiteException;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.process.ManagedProcess;
import java.util.HashSet;
import java.util.Set;
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
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, terminal, stopping), "stop"));
        try {
            suite.start(terminal);
            keepOffPublished(suite, terminal);
        } catch (RuntimeException e) {
            if (stopping.getCount() == 0) {
                new CountDownLatch(1).await(); // the end of everything is under way
            }
            throw e;
        }
        SuiteTable.print(terminal, suite);
        terminal.step(Detached.HEALTHY + ". Ctrl-C or ./breakwater down stops it.");
        watch(suite, terminal, stopping);
        return 0;
    }

    /** What cannot be understood is a wrong argument, as what picocli itself refuses. */
    private SuiteOptions options(DataDirectory directory) {
        try {
            return arguments.options(directory);
        } catch (SuiteException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void stop(LocalSuite suite, Terminal terminal, CountDownLatch stopping) {
        stopping.countDown();
        if (suite.isStarted()) {
            terminal.step("stopping");
            suite.stop();
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

    /** Tells of each process that ends by itself, until the end. */
    private static void watch(LocalSuite suite, Terminal terminal, CountDownLatch stopping)
            throws InterruptedException {
        Set<String> ended = new HashSet<>();
        while (!stopping.await(1, TimeUnit.SECONDS)) {
            for (String name : suite.names()) {
                ManagedProcess process = suite.process(name);
                if (process.isRunning()) {
                    ended.remove(name);
                } else if (ended.add(name) && stopping.getCount() > 0) {
                    terminal.step("%s ended with code %s: see %s"
                            .formatted(
                                    name,
                                    process.exitCode().map(Object::toString).orElse("?"),
                                    suite.log(name)));
                }
            }
        }
    }
}
