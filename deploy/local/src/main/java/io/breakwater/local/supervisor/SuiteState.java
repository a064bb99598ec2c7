package io.breakwater.local.supervisor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.layout.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a running suite tells about itself in its data directory. No secrets.
 *
 * @param phase {@code STARTING}, {@code UP} or {@code STOPPING}
 * @param supervisor the process that all others belong to
 * @param processes by name, in the order of their start
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SuiteState(String phase, Life supervisor, Map<String, ProcessState> processes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A process for all time.
     *
     * @param bornMillis when the kernel started it; 0 when unknown
     */
    public record Life(long pid, long bornMillis) {
        public static Life of(ProcessHandle process) {
            return new Life(
                    process.pid(),
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }

        /** The process while it lives; empty when it ended, even when another one has its pid now. */
        public Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> bornMillis == Life.of(process).bornMillis);
        }
    }

    /**
     * @param url where it is reached
     * @param management where it tells its health, or null
     * @param life of its last start, or null
     */
    public record ProcessState(String url, String management, String log, Life life, Long startMillis) {}

    public static Optional<SuiteState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(PrivateFiles.read(file), SuiteState.class));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // of another version: the lock tells whether a suite runs
        }
    }

    public void write(Path file) {
        try {
            PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is always JSON", e);
        }
    }
}
