package io.breakwater.local.demo;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.SuiteException;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.cli.Terminal;
import io.breakwater.local.layout.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** One demo from an empty directory to the last line. Runs beside a suite that is up: its ports and its directory are its own. */
public final class DemoRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final Checks checks;

    public DemoRun(Terminal terminal) {
        this.terminal = terminal;
        this.checks = new Checks(terminal, PATIENCE);
    }

    /** The exit code: 0 when every check passed. The directory is kept when one did not. */
    public int run() {
        Path directory = temporary();
        LocalSuite suite = LocalSuite.of(SuiteOptions.in(directory).onFreePorts());
        Thread hook = new Thread(suite::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        boolean whole = false;
        try (suite) {
            terminal.step("Starting PostgreSQL, Kafka, a DNS zone, four services and three agents");
            suite.start(terminal);
            new Demo(suite, terminal, checks).run();
            whole = true;
        } catch (RuntimeException e) {
            // Whatever it was: what was checked is told, and where the logs are.
            terminal.line("breakwater: " + e.getMessage());
        }
        return conclude(directory, whole);
    }

    private int conclude(Path directory, boolean whole) {
        int failed = checks.failed().size() + (whole ? 0 : 1);
        terminal.line("");
        checks.failed().forEach(check -> terminal.line("failed: " + check));
        if (failed > 0) {
            terminal.line("The logs are in " + directory);
        } else {
            delete(directory);
        }
        terminal.line("demo: " + checks.passed() + " checks passed, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("breakwater-demo");
        } catch (IOException e) {
            throw new SuiteException("no temporary directory can be made: " + FileTrouble.of(e), e);
        }
    }

    private void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            terminal.line(directory + " cannot be deleted: " + FileTrouble.of(e));
        }
    }
}
