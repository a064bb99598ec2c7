package io.breakwater.local.cli;

import io.breakwater.local.Main;
import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.Checkout;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.process.LogFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Starts {@code up} once more, in the background and in a session of its own, and follows it until it is healthy or has failed. */
final class Detached {
    static final String SUPERVISOR = "supervisor";
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DataDirectory directory;
    private final Terminal terminal;

    Detached(DataDirectory directory, Terminal terminal) {
        this.directory = directory;
        this.terminal = terminal;
    }

    int start(List<String> arguments) {
        directory.create().of(SUPERVISOR);
        Path log = directory.log(SUPERVISOR);
        LogFile.turn(log);
        try {
            long from = Files.exists(log) ? Files.size(log) : 0;
            Process supervisor = new ProcessBuilder(command(arguments))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return follow(supervisor, log, from);
        } catch (IOException e) {
            throw new SuiteException("the suite cannot be started in the background: " + e.getMessage(), e);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(isInstalled("setsid") ? "setsid" : "nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Xmx64m"));
        command.add("-D" + Checkout.PROPERTY + "=" + Checkout.find().root());
        String script = System.getProperty(CommandHint.PROPERTY);
        if (script != null) {
            command.add("-D" + CommandHint.PROPERTY + "=" + script);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        arguments.stream()
                .filter(argument -> !argument.equals("--detach") && !argument.equals("-d"))
                .forEach(command::add);
        return command;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private int follow(Process supervisor, Path log, long from) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            lines.skip(from);
            while (true) {
                boolean alive = supervisor.isAlive();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    terminal.line(line);
                    if (line.contains(UpCommand.HEALTHY)) {
                        return 0;
                    }
                    if (line.contains(UpCommand.NOT_HEALTHY)) {
                        return 1;
                    }
                }
                if (!alive) {
                    return 1;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }
}
