package io.breakwater.local.cli;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TSIG key in a file: as BIND's {@code named.conf} and {@code tsig-keygen} write it, or as {@code nsupdate -y} and this suite do.
 * Whatever is wrong is said without a word of the file's content, which is secret.
 */
final class DnsKeyFile {
    private static final long LARGEST = 64 * 1024;

    /** {@code key "name" { algorithm hmac-sha256; secret "…"; };} (BIND 9 Administrator Reference Manual, "key Block"). */
    private static final Pattern STATEMENT = Pattern.compile("\\bkey\\s+\"?([^\\s\"{]+)\"?\\s*\\{([^}]*)}\\s*;?");

    private static final Pattern ALGORITHM = Pattern.compile("\\balgorithm\\s+\"?([A-Za-z0-9.-]+)\"?\\s*;");
    private static final Pattern SECRET = Pattern.compile("\\bsecret\\s+\"?([A-Za-z0-9+/=]+)\"?\\s*;");
    /** Not within a word: Base64 has slashes too. */
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m)(?<=^|[\\s;{}])(?://|#)[^\\n]*");

    private DnsKeyFile() {}

    /** @throws SuiteException when the file cannot be read, or holds no key or several */
    static TsigKey read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new SuiteException("--dns-key: " + file + " is larger than any key: is it the right file?");
            }
        } catch (IOException e) {
            throw new SuiteException("--dns-key: " + file + " cannot be read: is it there, and may you read it?", e);
        }
        return parse(PrivateFiles.read(file), file);
    }

    static TsigKey parse(String content, Path file) {
        String text = COMMENT.matcher(content).replaceAll("").strip();
        List<TsigKey> keys = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(text);
        while (statement.find()) {
            keys.add(key(
                    statement.group(1),
                    found(ALGORITHM, statement.group(2), file, "algorithm"),
                    found(SECRET, statement.group(2), file, "secret"),
                    file));
        }
        if (keys.size() > 1) {
            throw new SuiteException("--dns-key: " + file + " holds " + keys.size()
                    + " keys: give a file with the one that may update the zone");
        }
        return keys.isEmpty() ? colons(text, file) : keys.get(0);
    }

    /** {@code name:algorithm:secret} as this suite writes it, or {@code algorithm:name:secret} as {@code nsupdate -y} takes it. */
    private static TsigKey colons(String text, Path file) {
        String[] parts = text.split(":");
        if (parts.length == 3 && parts[0].toLowerCase(Locale.ROOT).startsWith("hmac-")) {
            return key(parts[1], parts[0], parts[2], file);
        }
        if (parts.length == 3) {
            return key(parts[0], parts[1], parts[2], file);
        }
        if (parts.length == 2) {
            return key(parts[0], "hmac-sha256", parts[1], file);
        }
        throw new SuiteException(
                "--dns-key: " + file + " holds no TSIG key: a file of BIND (key \"name\" { algorithm …;"
                        + " secret …; };), what tsig-keygen prints, or name:algorithm:base64 is needed");
    }

    private static String found(Pattern pattern, String body, Path file, String what) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new SuiteException("--dns-key: the key in " + file + " has no " + what);
        }
        return matcher.group(1);
    }

    private static TsigKey key(String name, String algorithm, String secret, Path file) {
        String known = algorithm.toLowerCase(Locale.ROOT);
        if (!known.matches("hmac-(md5(\\.sig-alg\\.reg\\.int)?|sha(1|224|256|384|512))\\.?")) {
            throw new SuiteException("--dns-key: the algorithm of the key in " + file
                    + " is none of hmac-sha256, hmac-sha384, hmac-sha512, hmac-sha224, hmac-sha1, hmac-md5");
        }
        try {
            if (Base64.getDecoder().decode(secret).length == 0) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException e) {
            throw new SuiteException("--dns-key: the secret of the key in " + file + " is no Base64 text");
        }
        return new TsigKey(name, known.replaceAll("\\.$", ""), secret);
    }
}
