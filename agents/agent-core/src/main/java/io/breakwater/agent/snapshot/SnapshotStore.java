package io.breakwater.agent.snapshot;

import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.disk.BoundedFile;
import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.service.LoadedSnapshot;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.SignedDocument;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.snapshot.SnapshotManifest;
import io.breakwater.contracts.snapshot.SnapshotManifest.FileEntry;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The snapshots on disk and the link {@code current} to the installed one. A name that begins with a dot is on its way in or out and no
 * snapshot. One thread writes; reading is safe beside it, because names appear by rename only.
 */
public final class SnapshotStore {
    private static final int MOST_MANIFEST_OCTETS = 1 << 20;
    private static final String INCOMING = ".incoming-";
    private static final String NEW_LINK = ".current.new";

    private final AgentHome home;
    private final Disk disk;
    private final SnapshotLimits limits;

    public SnapshotStore(AgentHome home, Disk disk, SnapshotLimits limits) {
        this.home = home;
        this.disk = disk;
        this.limits = limits;
    }

    /** Makes the directories and sweeps out what a crash left half-way. */
    public void prepare() throws IOException {
        disk.ensureDirectory(home.configSnapshots());
        disk.ensureDirectory(home.binarySnapshots());
        disk.delete(home.snapshotRoot().resolve(NEW_LINK));
        try (Stream<Path> entries = Files.list(home.configSnapshots())) {
            for (Path entry : entries.filter(SnapshotStore::hidden).toList()) {
                disk.delete(entry);
            }
        }
    }

    /** Where a snapshot of that name is put together; empty and new. */
    Path incoming(String name) throws IOException {
        Path directory = home.configSnapshots().resolve(INCOMING + name);
        disk.delete(directory);
        disk.makeDirectory(directory);
        return directory;
    }

    /** Gives an incoming snapshot its name, durably. */
    void admit(Path incoming, String name) throws IOException {
        disk.syncDirectory(incoming);
        disk.rename(incoming, home.configSnapshots().resolve(name));
        disk.syncDirectory(home.configSnapshots());
    }

    /** The name of the installed snapshot, whether it is in order or not. */
    public Optional<String> installed() {
        try {
            return Files.isSymbolicLink(home.current())
                    ? Optional.of(
                            Files.readSymbolicLink(home.current()).getFileName().toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What stands where the link should be, in words; empty when it is a link to a snapshot, or nothing. */
    Optional<String> obstacle() {
        Path current = home.current();
        if (!Files.exists(current, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isSymbolicLink(current)) {
            return Optional.of(Files.isDirectory(current) ? "current is a directory" : "current is a file");
        }
        return Files.isDirectory(current) ? Optional.empty() : Optional.of("current is a link that leads nowhere");
    }

    /** Makes that snapshot the installed one: before a crash the old one, after it the old or the new one. */
    void install(String name) throws IOException {
        disk.putDirectoryAside(home.current());
        Path link = home.snapshotRoot().resolve(NEW_LINK);
        disk.delete(link);
        disk.link(link, home.snapshotRoot().relativize(home.configSnapshots()).resolve(name));
        disk.rename(link, home.current());
        disk.syncDirectory(home.snapshotRoot());
    }

    /** No snapshot is the installed one any more. */
    void uninstall() throws IOException {
        disk.delete(home.current());
        disk.syncDirectory(home.snapshotRoot());
    }

    /** Where a snapshot of that name is, or would be. */
    Path directory(String name) {
        return home.configSnapshots().resolve(name);
    }

    /** Reads a snapshot and verifies its signature and every octet. */
    StoredSnapshot verified(String name, Trust trust) throws Refused {
        Path directory = home.configSnapshots().resolve(name);
        try {
            SignedDocument document = SignedDocument.ofFile(
                            BoundedFile.read(directory.resolve(ManifestReader.FILE), MOST_MANIFEST_OCTETS))
                    .orElseThrow(() -> new Refused(Why.UNREADABLE, "the manifest of " + name + " is damaged"));
            SnapshotManifest manifest = ManifestReader.read(document, trust, name, limits.octets());
            for (FileEntry file : manifest.files()) {
                verify(directory.resolve(file.name()), file);
            }
            return new StoredSnapshot(directory, manifest);
        } catch (FileSystemException e) {
            throw new Refused(Why.DIGEST, name + " is not complete: " + e.getFile() + " cannot be read", e);
        } catch (IOException e) {
            throw new Refused(Why.DIGEST, name + " cannot be read: " + Words.of(e), e);
        }
    }

    /** Reads a snapshot, verifies it and parses its configuration. */
    LoadedSnapshot configuration(String name, Trust trust) throws Refused {
        return ConfigurationReader.read(verified(name, trust), limits);
    }

    private static void verify(Path file, FileEntry entry) throws IOException, Refused {
        if (!Files.isRegularFile(file)
                || Files.size(file) != entry.size()
                || !Digests.sha256(file).equals(entry.sha256())) {
            throw new Refused(Why.DIGEST, file.getFileName() + " is not as its manifest says");
        }
    }

    /** All names, newest first. ZPA's names carry the time, so that their order is the order of capture. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(home.configSnapshots())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(home.configSnapshots())) {
            return entries.filter(entry -> !hidden(entry) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> entry.getFileName().toString())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Deletes the oldest beyond so many; never the installed one. */
    void prune(int keep) throws IOException {
        String installed = installed().orElse("");
        List<String> names = names();
        for (String name : names.subList(Math.min(keep, names.size()), names.size())) {
            if (!name.equals(installed)) {
                remove(name);
            }
        }
    }

    /** Takes a snapshot away: first out of sight, then off the disk. */
    void remove(String name) throws IOException {
        Path hidden = home.configSnapshots().resolve(".outgoing-" + name);
        disk.delete(hidden);
        if (Files.exists(home.configSnapshots().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            disk.rename(home.configSnapshots().resolve(name), hidden);
            disk.delete(hidden);
        }
    }

    private static boolean hidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }
}
