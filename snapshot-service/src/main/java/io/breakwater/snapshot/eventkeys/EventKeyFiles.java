package io.breakwater.snapshot.eventkeys;

import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.snapshot.DocumentSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads {@code <producer>.pem} and {@code <producer>.<anything>.pem}, each with one or more keys. What is no key is left out. Blocks. */
final class EventKeyFiles {
    private static final Logger LOG = Logger.getLogger(EventKeyFiles.class);
    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*)(?:\\.[^/]+)?\\.pem");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\\s]{1,2000}?-----END PUBLIC KEY-----");

    private final Path directory;
    private final EventKeysConfig config;

    EventKeyFiles(Path directory, EventKeysConfig config) {
        this.directory = directory;
        this.config = config;
    }

    /** In an order that does not depend on the directory's, each key once. @throws IOException when it cannot be read */
    List<EventKey> read() throws IOException {
        List<EventKey> keys = new ArrayList<>();
        for (Path file : files()) {
            String producer = producer(file).orElseThrow();
            pems(file).stream().map(pem -> new EventKey(producer, pem)).forEach(keys::add);
        }
        return keys.stream()
                .distinct()
                .sorted(Comparator.comparing(EventKey::producer).thenComparing(EventKey::pem))
                .limit(config.maxKeys())
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file ->
                            producer(file).filter(config.producers()::contains).isPresent())
                    .limit(config.maxFiles())
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> producer(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private List<String> pems(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > config.maxFileSize()) {
            LOG.warnf("%s is no file of at most %d octets: no key is read from it", file, config.maxFileSize());
            return List.of();
        }
        List<String> pems = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text(file));
        while (blocks.find()) {
            if (isKey(blocks.group())) {
                pems.add(blocks.group() + "\n");
            } else {
                LOG.warnf("%s holds something that is no public Ed25519 key: it is left out", file);
            }
        }
        return pems;
    }

    private String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(config.maxFileSize()), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isKey(String pem) {
        try {
            DocumentSignature.publicKey(pem);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
