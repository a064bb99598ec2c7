package io.breakwater.agent.operator;

import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.service.AgentService;
import io.breakwater.agent.service.Generation;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code config_json_stats}: each configuration file of the installed snapshot with size and time. Reads the disk. */
final class ConfigurationFiles {
    private final AgentHome home;
    private final AgentService service;

    /** @param service loaded from the snapshot that counts, whatever the link in the home says */
    ConfigurationFiles(AgentHome home, AgentService service) {
        this.service = service;
        this.home = home;
    }

    record View(List<Entry> files) {}

    record Entry(String name, long sizeBytes, Instant lastModified) {}

    Answer answer() {
        List<Entry> files = new ArrayList<>();
        Optional<Path> snapshot = service.running().map(Generation::snapshot).map(home.configSnapshots()::resolve);
        for (String name : snapshot.isPresent() ? SnapshotFiles.ALL : List.<String>of()) {
            Path file = snapshot.get().resolve(name);
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
