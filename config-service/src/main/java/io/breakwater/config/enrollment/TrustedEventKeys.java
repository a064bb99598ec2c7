package io.breakwater.config.enrollment;

import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.snapshot.DocumentSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Reads the public keys of producers from a directory with PEM files, {@code <producer>.pem} and {@code <producer>.<anything>.pem}; each
 * may hold several. What is no key is left out and logged: the others still count. Blocks.
 */
final class TrustedEventKeys {
    private static final Logger LOG = Logger.getLogger(TrustedEventKeys.class);

    private static final int MOST_FILES = 200;
    private static final int MOST_KEYS = 64;
    private static final int LARGEST_FILE = 65_536;
    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*)(?:\\.[^/]+)?\\.pem");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\\s]{1,2000}?-----END PUBLIC KEY-----");

    private TrustedEventKeys() {}

    /** In the order of the files' names. @throws IOException when the directory cannot be read */
    static List<EventKey> read(Path directory, Set<String> producers) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(
                            file -> producer(file).filter(producers::contains).isPresent())
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        }
        List<EventKey> keys = new ArrayList<>();
        for (Path file : files) {
            String producer = producer(file).orElseThrow();
            pems(file).stream().map(pem -> new EventKey(producer, pem)).forEach(keys::add);
        }
        return keys.stream().distinct().limit(MOST_KEYS).toList();
    }

    private static Optional<String> producer(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static List<String> pems(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
            LOG.warnf("%s is no file of at most %d octets: no key is read from it", file, LARGEST_FILE);
            return List.of();
        }
        List<String> pems = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            if (isKey(blocks.group())) {
                pems.add(blocks.group() + "\n");
            } else {
                LOG.warnf("%s holds something that is not a public Ed25519 key: it is left out", file);
            }
        }
        return pems;
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
