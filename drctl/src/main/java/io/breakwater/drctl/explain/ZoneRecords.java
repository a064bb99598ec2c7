package io.breakwater.drctl.explain;

import io.breakwater.activation.Rrset;
import io.breakwater.drctl.CommandFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the TXT records at a name from zone lines, from the output of {@code dig} (also {@code +short}), from an {@code nsupdate} script,
 * or from plain lines that begin with {@code v=}. Used once.
 */
final class ZoneRecords {

    private static final Pattern PLAIN = Pattern.compile("[ \\t]*v[ \\t]*=[ \\t]*\\d[^\"]*");
    private static final Pattern TTL = Pattern.compile("(\\d+[smhdwSMHDW]?)+");
    private static final Set<String> CLASSES = Set.of("IN", "CH", "HS");
    private static final Set<String> OTHER_TYPES = Set.of(
            "A", "AAAA", "NS", "SOA", "MX", "CNAME", "CAA", "SRV", "PTR", "DS", "DNSKEY", "RRSIG", "NSEC", "NSEC3",
            "HTTPS", "SVCB");
    private static final Set<String> UPDATE_WORDS =
            Set.of("SERVER", "ZONE", "SEND", "SHOW", "ANSWER", "LOCAL", "KEY", "GSSTSIG", "PREREQ");

    private final String domain;
    private final List<List<String>> records = new ArrayList<>();
    private String origin = "";
    private String owner = "";
    private int leftOut;

    private ZoneRecords(String domain) {
        this.domain = absolute(domain);
    }

    static SeenRecords read(String text, String domain, String source) throws CommandFailedException {
        ZoneRecords reader = new ZoneRecords(domain);
        StringBuilder zone = new StringBuilder();
        text.lines().forEach(line -> {
            if (PLAIN.matcher(line).matches()) {
                reader.records.add(List.of(line));
                zone.append('\n');
            } else {
                zone.append(line).append('\n');
            }
        });
        try {
            ZoneTokens.read(zone.toString()).forEach(reader::entry);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(source + ", " + e.getMessage(), e);
        }
        return new SeenRecords(Rrset.ofLatin1(reader.records), source, OptionalLong.empty(), reader.leftOut);
    }

    private void entry(ZoneTokens.Entry entry) {
        List<ZoneTokens.Token> tokens = entry.tokens();
        String first = word(tokens, 0);
        if (tokens.stream().allMatch(ZoneTokens.Token::quoted)) {
            records.add(texts(tokens));
        } else if (first.equals("$ORIGIN") && tokens.size() > 1) {
            origin = absolute(tokens.get(1).text());
        } else if (first.equals("UPDATE")) {
            update(entry);
        } else if (!first.startsWith("$") && !UPDATE_WORDS.contains(first)) {
            resourceRecord(entry.line(), entry.indented(), tokens);
        }
    }

    private void update(ZoneTokens.Entry entry) {
        List<ZoneTokens.Token> tokens = entry.tokens();
        if (word(tokens, 1).equals("ADD")) {
            resourceRecord(entry.line(), false, tokens.subList(2, tokens.size()));
        }
    }

    /** {@code [owner] [ttl] [class] TYPE data…}, TTL and class in any order. */
    private void resourceRecord(int line, boolean inherits, List<ZoneTokens.Token> tokens) {
        int at = 0;
        if (!inherits && !tokens.isEmpty()) {
            owner = name(tokens.get(0).text());
            at = 1;
        }
        while (TTL.matcher(word(tokens, at)).matches() || CLASSES.contains(word(tokens, at))) {
            at++;
        }
        String type = word(tokens, at);
        if (type.equals("TXT")) {
            if (owner.equals(domain)) {
                records.add(texts(tokens.subList(at + 1, tokens.size())));
            } else {
                leftOut++;
            }
        } else if (!OTHER_TYPES.contains(type)) {
            throw new IllegalArgumentException(
                    "line " + line + ": this is neither a resource record nor a line that begins with v=");
        }
    }

    /** A relative name without a known origin is taken for the domain when this begins with it. */
    private String name(String text) {
        if (text.equals("@")) {
            return origin.isEmpty() ? domain : origin;
        }
        if (text.endsWith(".")) {
            return absolute(text);
        }
        if (!origin.isEmpty()) {
            return absolute(text) + (origin.equals(".") ? "" : origin);
        }
        boolean fits = domain.startsWith(absolute(text));
        return fits ? domain : absolute(text);
    }

    private static String absolute(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower : lower + ".";
    }

    private static String word(List<ZoneTokens.Token> tokens, int index) {
        return index < tokens.size() && !tokens.get(index).quoted()
                ? tokens.get(index).text().toUpperCase(Locale.ROOT)
                : "";
    }

    private static List<String> texts(List<ZoneTokens.Token> tokens) {
        return tokens.stream().map(ZoneTokens.Token::text).toList();
    }
}
