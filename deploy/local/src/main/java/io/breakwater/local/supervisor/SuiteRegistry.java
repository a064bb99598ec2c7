package io.breakwater.local.supervisor;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.PrivateFiles;
import io.breakwater.local.supervisor.SuiteState.Life;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where suites of this user run, so that {@code status} can name those on other directories. A convenience: whatever goes wrong with
 * it hinders nobody, and an entry counts only while its suite lives.
 */
public final class SuiteRegistry {
    private final Path folder;

    SuiteRegistry(Path folder) {
        this.folder = folder;
    }

    /** Below {@code XDG_STATE_HOME}, or {@code ~/.local/state}. */
    public static SuiteRegistry ofUser() {
        Map<String, String> environment = System.getenv();
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return new SuiteRegistry(base.resolve("breakwater").resolve("suites"));
    }

    public void enter(DataDirectory directory) {
        try {
            Files.createDirectories(folder);
            PrivateFiles.write(entry(directory), directory.root().toString());
        } catch (IOException | SuiteException e) {
            tell("a suite is not in the list of running ones", e);
        }
    }

    public void leave(DataDirectory directory) {
        try {
            Files.deleteIfExists(entry(directory));
        } catch (IOException e) {
            tell("a suite stays in the list of running ones", e);
        }
    }

    /** A suite that runs. */
    public record Running(Path data, long pid) {}

    /** Those that run on other directories; entries of dead ones are removed. */
    public List<Running> others(DataDirectory directory) {
        List<Running> running = new ArrayList<>();
        for (DataDirectory other : entries()) {
            var supervisor = SuiteState.read(other.stateFile())
                    .map(SuiteState::supervisor)
                    .flatMap(Life::handle);
            if (supervisor.isEmpty() && !SuiteLock.isHeld(other.lockFile())) {
                leave(other);
            } else if (!other.root().equals(directory.root())) {
                supervisor.ifPresent(process -> running.add(new Running(other.root(), process.pid())));
            }
        }
        return running;
    }

    private List<DataDirectory> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file ->
                            new DataDirectory(Path.of(PrivateFiles.read(file).strip())))
                    .toList();
        } catch (IOException | SuiteException e) {
            tell("the list of running suites cannot be read", e);
            return List.of();
        }
    }

    private Path entry(DataDirectory directory) {
        byte[] path = directory.root().toString().getBytes(StandardCharsets.UTF_8);
        return folder.resolve(UUID.nameUUIDFromBytes(path).toString());
    }

    private static void tell(String what, Exception e) {
        System.getLogger(SuiteRegistry.class.getName()).log(System.Logger.Level.DEBUG, what, e);
    }
}
