package io.breakwater.agent.evidencefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.activation.Rrset;
import io.breakwater.contracts.event.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads TXT records as people have them: a JSON list of records, each a list of character-strings; or a record a line, as zone text
 * (everything in double quotes on the line is a character-string) or bare. Empty lines and those that begin with {@code ;} or {@code #}
 * are skipped. Stateless.
 */
final class EvidenceText {
    /** Possessive, because a loop that may go back takes stack for each octet. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\d{3}|.)");

    private EvidenceText() {}

    /** @throws IllegalArgumentException when it cannot be read; the message says why */
    static Rrset read(String text) {
        if (text.stripLeading().startsWith("[")) {
            return Rrset.ofLatin1(json(text));
        }
        List<List<String>> records = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith(";") && !line.startsWith("#")) {
                records.add(record(line));
            }
        }
        return Rrset.ofLatin1(records);
    }

    private static List<List<String>> json(String text) {
        try {
            List<List<String>> records =
                    EventCodec.mapper().readValue(text, new TypeReference<List<List<String>>>() {});
            if (records.stream().anyMatch(one -> one == null || one.contains(null))) {
                throw new IllegalArgumentException("it is no JSON list of lists of texts: it holds a null");
            }
            return records;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON list of lists of texts", e);
        }
    }

    private static List<String> record(String line) {
        Matcher quoted = QUOTED.matcher(line);
        List<String> strings = new ArrayList<>();
        while (quoted.find()) {
            strings.add(unescaped(quoted.group(1)));
        }
        return strings.isEmpty() ? List.of(line) : strings;
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(match -> {
            String escaped = match.group(1);
            String plain = escaped.length() == 3 ? String.valueOf((char) Integer.parseInt(escaped)) : escaped;
            return Matcher.quoteReplacement(plain);
        });
    }
}
