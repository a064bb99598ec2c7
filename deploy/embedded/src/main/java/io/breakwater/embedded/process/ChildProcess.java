package io.breakwater.embedded.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that ends when this JVM ends, even when this JVM is killed with SIGKILL.
 *
 * <p>The program runs below a few lines of POSIX shell that hold the reading end of a pipe; its writing end is ours alone. When the
 * pipe closes, on {@link #stop} or because this JVM is gone, the shell signals the program and, after its patience, kills it. The
 * shell is also the program's parent and waits for it, so a killed program never stays behind as a zombie that would block its own
 * restart.
 *
 * <p>Safe for threads.
 */
public final class ChildProcess implements AutoCloseable {
    private static final int LOG_TAIL = 2_000;

    /** Arguments: log file, stop signal, seconds of patience, program and its arguments. First line of the output: the program's pid. */
    private static final String GUARD = """
            log=$1; signal=$2; patience=$3; shift 3
            exec 3<&0
            "$@" </dev/null >>"$log" 2>&1 3<&- &
            child=$!
            echo "$child"
            (
              read -r _ <&3
              kill -s "$signal" "$child"
              waited=0
              while kill -0 "$child" && [ "$waited" -lt "$patience" ]; do sleep 1; waited=$((waited + 1)); done
              kill -s KILL "$child"
            ) >/dev/null 2>&1 &
            watch=$!
            exec 3<&- >/dev/null 2>&1
            trap '' HUP INT TERM
            wait "$child"
            code=$?
            kill "$watch"
            exit "$code"
            """;

    private final Process guard;
    private final ProcessHandle program;
    private final Spec spec;

    /**
     * @param name for messages
     * @param command the program, which must not put itself in the background, and its arguments
     * @param log what it writes to either output is appended here
     * @param environment added to ours
     * @param stopSignal without SIG, for example {@code TERM}
     * @param patience how long it may take to end after that signal before it is killed
     */
    public record Spec(
            String name,
            List<String> command,
            Path directory,
            Path log,
            Map<String, String> environment,
            String stopSignal,
            Duration patience) {

        public Spec {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        /** Ended by SIGTERM within ten seconds, nothing added to the environment. */
        public static Spec of(String name, List<String> command, Path directory, Path log) {
            return new Spec(name, command, directory, log, Map.of(), "TERM", Duration.ofSeconds(10));
        }
    }

    private ChildProcess(Spec spec, Process guard, ProcessHandle program) {
        this.spec = spec;
        this.guard = guard;
        this.program = program;
    }

    /**
     * Starts the program and returns as soon as it runs.
     *
     * @throws ServerStartException when there is no shell to start it with
     */
    public static ChildProcess start(Spec spec) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, spec.name()));
        command.add(spec.log().toAbsolutePath().toString());
        command.add(spec.stopSignal());
        command.add(Long.toString(spec.patience().toSeconds()));
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(spec.directory().toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Process guard = builder.start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.US_ASCII));
            String pid = output.readLine();
            if (pid == null) {
                throw new ServerStartException(spec.name() + " was not started: " + tail(spec.log()));
            }
            ProcessHandle program = ProcessHandle.of(Long.parseLong(pid))
                    .orElseGet(guard::toHandle); // gone already: the guard's fate is its own
            return new ChildProcess(spec, guard, program);
        } catch (IOException e) {
            throw new ServerStartException(spec.name() + " was not started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return spec.name();
    }

    /** Of the program itself, not of the shell above it. */
    public long pid() {
        return program.pid();
    }

    public ProcessHandle program() {
        return program;
    }

    public Path log() {
        return spec.log();
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    /** Completes with the exit code when the program has ended and has been waited for. */
    public CompletableFuture<Integer> onExit() {
        return guard.onExit().thenApply(Process::exitValue);
    }

    /** Ends the program with its stop signal, or by force after its patience, and waits until it is gone. */
    public void stop() {
        closePipe();
        awaitEnd(spec.patience().plusSeconds(5));
    }

    /** Ends the program with SIGKILL and waits until it is gone. */
    public void kill() {
        program.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
        closePipe();
    }

    @Override
    public void close() {
        stop();
    }

    /** The last lines that the program wrote, for an error message. */
    public String logTail() {
        return tail(spec.log());
    }

    private void closePipe() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the pipe to " + spec.name() + " does not close", e);
        }
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!guard.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                program.destroyForcibly();
                guard.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String tail(Path log) {
        try {
            if (!Files.exists(log)) {
                return "(no log)";
            }
            byte[] all = Files.readAllBytes(log);
            int from = Math.max(0, all.length - LOG_TAIL);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(log " + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
