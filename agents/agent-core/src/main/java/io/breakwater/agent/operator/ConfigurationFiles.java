package io.breakwater.agent.operator;

import io.breakwater.agent.disk.AgentHome;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code config_json_stats}: each configuration file of the installed snapshot with size and time. Reads the disk. */
final class ConfigurationFiles {
    private final AgentHome home;

    ConfigurationFiles(AgentHome home) {
        this.home = home;
    }

    record View(List<Entry> files) {}

    record Entry(String name, long sizeBytes, Instant lastModified) {}

    Answer answer() {
        List<Entry> files = new ArrayList<>();
        for (String name : SnapshotFiles.ALL) {
            Path file = home.current().resolve(name);
            if (Files.exists(file)) {
                files.add(entry(name, file));
            }
        }
        List<String> lines = new ArrayList<>();
        files.forEach(one ->
                lines.add(one.name() + ", size: " + one.sizeBytes() + " bytes, last modified: " + one.lastModified()));
        if (files.isEmpty()) {
            lines.add("No configuration snapshot is installed");
        }
        return new Answer(lines, new View(files));
    }

    private static Entry entry(String name, Path file) {
        try {
            return new Entry(
                    name, Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("the installed snapshot cannot be read", e);
        }
    }
}
