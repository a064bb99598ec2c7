package io.breakwater.contracts.signature;

import io.breakwater.contracts.event.Producer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The services' public keys in a directory of PEM files, {@code <producer>.pem} and {@code <producer>.<anything>.pem}, each with one or
 * more Ed25519 keys. Reading blocks; finding does not. Safe for threads.
 */
public final class TrustDirectory implements ProducerKeys {
    private final Path directory;
    private final Limits limits;
    private volatile Map<Producer, Map<String, VerificationKey>> keys = Map.of();

    /** How much is read, at most. */
    public record Limits(int files, int octetsPerFile, int keys) {
        public static final Limits DEFAULT = new Limits(200, 65_536, 64);
    }

    public TrustDirectory(Path directory, Limits limits) {
        this.directory = directory;
        this.limits = limits;
    }

    @Override
    public Optional<VerificationKey> find(Producer producer, String keyId) {
        return Optional.ofNullable(keys.getOrDefault(producer, Map.of()).get(keyId));
    }

    /**
     * Reads all again. When that fails or nothing is there, what was read last counts: a directory that is away takes no key back.
     *
     * @return what was left out, for people: file and reason
     */
    public List<String> read() throws IOException {
        List<String> leftOut = new ArrayList<>();
        Map<Producer, Map<String, VerificationKey>> read = new HashMap<>();
        for (Path file : files(leftOut)) {
            Producer producer = producer(file).orElseThrow();
            Map<String, VerificationKey> known = read.computeIfAbsent(producer, any -> new HashMap<>());
            for (VerificationKey key : keys(file, leftOut)) {
                if (known.size() < limits.keys()) {
                    known.put(key.keyId(), key);
                } else {
                    leftOut.add(file.getFileName() + ": a producer has at most " + limits.keys() + " keys");
                }
            }
        }
        if (read.values().stream().allMatch(Map::isEmpty)) {
            throw new NoSuchFileException(
                    directory.toString(), null, "it holds no public Ed25519 key, such as dns-watcher.pem");
        }
        keys = read;
        return leftOut;
    }

    /** Whether there is a key of that producer. */
    public boolean knows(Producer producer) {
        return !keys.getOrDefault(producer, Map.of()).isEmpty();
    }

    private List<Path> files(List<String> leftOut) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            List<Path> files = found.filter(file -> producer(file).isPresent())
                    .limit(limits.files() + 1L)
                    .sorted()
                    .toList();
            if (files.size() > limits.files()) {
                leftOut.add(directory + ": only " + limits.files() + " files are read");
                return files.subList(0, limits.files());
            }
            return files;
        }
    }

    private static Optional<Producer> producer(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(Producer.values())
                .filter(producer -> !producer.isAgent())
                .filter(producer -> name.startsWith(producer.label() + ".") && name.endsWith(".pem"))
                .findFirst();
    }

    private List<VerificationKey> keys(Path file, List<String> leftOut) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > limits.octetsPerFile()) {
            leftOut.add(file.getFileName() + ": no file of at most " + limits.octetsPerFile() + " octets");
            return List.of();
        }
        List<VerificationKey> found = new ArrayList<>();
        for (byte[] block : KeyPem.publicBlocks(new String(octets(file), StandardCharsets.ISO_8859_1))) {
            Optional<VerificationKey> key = ed25519(block);
            key.ifPresentOrElse(
                    found::add,
                    () -> leftOut.add(file.getFileName() + ": holds something that is no public Ed25519 key"));
        }
        return found;
    }

    private byte[] octets(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limits.octetsPerFile());
        }
    }

    private static Optional<VerificationKey> ed25519(byte[] block) {
        try {
            return Optional.ofNullable(block)
                    .map(VerificationKey::ofEncoded)
                    .filter(key -> key.algorithm().equals("EdDSA"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
