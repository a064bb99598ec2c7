package io.breakwater.watcher.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TextParseException;

/** The keys that may sign NOTIFY, by name. Immutable. */
final class TsigKeys {
    private static final Set<String> ALGORITHMS =
            Set.of("hmac-sha256", "hmac-sha384", "hmac-sha512", "hmac-sha224", "hmac-sha1");

    private final Map<Name, TSIG> keys;

    private TsigKeys(Map<Name, TSIG> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** @throws IllegalArgumentException when a key cannot be read; the message names the key, never its value */
    static TsigKeys of(NotifyConfig config) {
        Map<String, String> texts = new HashMap<>(config.tsig());
        config.tsigFile().forEach((name, file) -> {
            try {
                texts.put(name, Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("the file of the TSIG key '" + name + "' cannot be read", e);
            }
        });
        return of(texts);
    }

    static TsigKeys of(Map<String, String> texts) {
        Map<Name, TSIG> keys = new HashMap<>();
        texts.forEach((name, text) -> {
            TSIG key = key(name, text.strip());
            keys.put(absolute(name), key);
        });
        return new TsigKeys(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    Optional<TSIG> named(Name name) {
        return Optional.ofNullable(keys.get(name));
    }

    private static TSIG key(String name, String text) {
        int colon = text.indexOf(':');
        String algorithm = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException("the TSIG key '" + name + "' is not of the form algorithm:secret"
                    + " with one of the algorithms " + ALGORITHMS);
        }
        try {
            byte[] secret = Base64.getDecoder().decode(text.substring(colon + 1).strip());
            if (secret.length == 0) {
                throw new IllegalArgumentException("empty");
            }
            return new TSIG(TSIG.algorithmToName(algorithm), absolute(name), secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the secret of the TSIG key '" + name + "' is not Base64", e);
        }
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name.toLowerCase(Locale.ROOT), Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("'" + name + "' is no name of a TSIG key", e);
        }
    }
}
