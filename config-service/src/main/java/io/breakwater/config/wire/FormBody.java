package io.breakwater.config.wire;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A small form ({@code application/x-www-form-urlencoded}). Read from the whole body, because the server's own decoder leaves a request
 * with a bad escape without an answer. Immutable.
 */
public final class FormBody {
    /** Octets: a client assertion with its certificate has some thousands. */
    private static final int LONGEST = 32_768;

    private final Map<String, String> fields;

    private FormBody(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Of several fields of one name the first counts. @throws ProblemException for what is no form, or too long a one */
    public static FormBody read(byte[] body) {
        if (body != null && body.length > LONGEST) {
            throw new ProblemException(Problem.PAYLOAD_TOO_LARGE, "A form has at most " + LONGEST + " octets here.");
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8).split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return new FormBody(fields);
    }

    /** Null when the form has no such field. */
    public String get(String name) {
        return fields.get(name);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // the message may repeat a secret: only the fact goes out
            throw new ProblemException(Problem.INVALID_REQUEST, "The body is not a form: it has a bad escape.");
        }
    }
}
