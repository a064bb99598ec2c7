package io.breakwater.agent.disk;

import io.breakwater.agent.words.ToldException;
import io.breakwater.contracts.snapshot.DocumentSignature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file carries the SHA-256 of its own content, so that others read it as before. Stateless. */
public enum Seal {
    /** The last member of a JSON object. */
    JSON(",\"sha256\":\"", "\"}") {
        @Override
        byte[] body(byte[] content) {
            return Arrays.copyOf(content, content.length - 1);
        }

        @Override
        byte[] content(byte[] body) {
            byte[] content = Arrays.copyOf(body, body.length + 1);
            content[body.length] = '}';
            return content;
        }
    },
    /** The last line of a text whose readers skip what they do not know, such as PEM. */
    TEXT("# sha256 ", "\n") {
        @Override
        byte[] body(byte[] content) {
            return content;
        }

        @Override
        byte[] content(byte[] body) {
            return body;
        }
    };

    private static final int DIGEST = 64;

    private final String before;
    private final String after;
    private final Pattern tail;

    Seal(String before, String after) {
        this.before = before;
        this.after = after;
        this.tail = Pattern.compile(Pattern.quote(before) + "([0-9a-f]{64})" + Pattern.quote(after));
    }

    /** A file's content, and whether it bore its digest: one of an earlier version does not. */
    record Opened(byte[] content, boolean sealed) {}

    abstract byte[] body(byte[] content);

    abstract byte[] content(byte[] body);

    byte[] seal(byte[] content) {
        byte[] body = body(content);
        byte[] end = (before + DocumentSignature.sha256(content) + after).getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, file, body.length, end.length);
        return file;
    }

    /** @throws ToldException when it is not as it was written */
    Opened open(byte[] file) throws ToldException {
        if (file.length == 0) {
            throw new ToldException("it is empty");
        }
        Optional<String> digest = digest(file);
        if (digest.isEmpty()) {
            return new Opened(file, false);
        }
        byte[] content = content(Arrays.copyOf(file, file.length - length()));
        if (!DocumentSignature.sha256(content).equals(digest.get())) {
            throw new ToldException("its checksum is wrong");
        }
        return new Opened(content, true);
    }

    private Optional<String> digest(byte[] file) {
        if (file.length < length()) {
            return Optional.empty();
        }
        Matcher end = tail.matcher(new String(file, file.length - length(), length(), StandardCharsets.ISO_8859_1));
        return end.matches() ? Optional.of(end.group(1)) : Optional.empty();
    }

    private int length() {
        return before.length() + DIGEST + after.length();
    }
}
