package io.breakwater.activation.pasted;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What look-up tools say besides records: {@code dig} and {@code kdig} in comments, {@code host} and {@code nslookup} in sentences. Lines
 * that hold records become zone lines, sentences disappear, and a failure is remembered until an answer follows. Used once.
 */
final class ToolWords {

    private static final Pattern STATUS = Pattern.compile("status: ([A-Z0-9]+)");
    private static final Pattern FAILED_COMMENT = Pattern.compile(
            "(?i)connection refused|no servers could be reached|timed out|response timeout|failed to query|"
                    + "communications error|network unreachable|host unreachable|end of file|no response");
    private static final Pattern STALE = Pattern.compile("EDE: (3|19)\\b");
    private static final Pattern NOT_FOUND = Pattern.compile(
            "(?:Host \\S+ not found: \\d+\\(([A-Z]+)\\)|\\*\\* server can't find \\S+: ([A-Z]+)|\\*\\*\\* .*can't find .*: (.+))\\s*");
    private static final Pattern TXT = Pattern.compile("(\\S+)\\s+(?:descriptive text|text =)\\s*(\".*)?");
    private static final Pattern ALIAS =
            Pattern.compile("(\\S+)\\s+(?:is an alias for|canonical name =)\\s+(\\S+)\\s*");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:Server|Address|Addresses|Name|Aliases):.*|Using domain server:.*|(?:Non-a|A)uthoritative answer.*|"
                    + "\\S+ has no TXT record|\\*\\*\\* No .*records available.*|\\*\\*\\* Can't find .*: No answer|"
                    + "\\S+\\s+(?:nameserver|internet address|mail exchanger|has AAAA address|AAAA IPv6 address) =?.*|"
                    + "\\S+ has (?:IPv6 )?address .*");
    private static final Pattern FAILED_SENTENCE = Pattern.compile(
            "(?:;; )?connection timed out; no servers could be reached|DNS request timed out\\.?|\\s+timeout was .*|dig: .*|kdig: .*|; Transfer failed\\.");

    private String failure;
    private String stale;

    /** The line as a zone line; empty when it holds no record. */
    String zoneLine(String line) {
        if (line.startsWith(";")) {
            comment(line);
            return line;
        }
        if (line.startsWith("#")) {
            return "";
        }
        if (FAILED_SENTENCE.matcher(line).matches()) {
            failure = line.strip();
            return "";
        }
        Matcher missing = NOT_FOUND.matcher(line);
        if (missing.matches()) {
            String why = missing.group(1) != null
                    ? missing.group(1)
                    : missing.group(2) != null ? missing.group(2) : missing.group(3);
            boolean answered =
                    why.equals("NXDOMAIN") || why.startsWith("Non-existent domain") || why.equals("No answer");
            failure = answered ? null : why;
            return "";
        }
        return sentence(line);
    }

    Optional<String> failure(boolean found) {
        return Optional.ofNullable(stale != null ? stale : found ? null : failure);
    }

    private String sentence(String line) {
        Matcher alias = ALIAS.matcher(line);
        if (alias.matches()) {
            return absolute(alias.group(1)) + " CNAME " + absolute(alias.group(2));
        }
        Matcher txt = TXT.matcher(line);
        if (txt.matches()) {
            return absolute(txt.group(1)) + " TXT " + (txt.group(2) == null ? "" : txt.group(2));
        }
        return SENTENCE.matcher(line).matches() ? "" : line;
    }

    /** Whether a record of Windows' nslookup begins: its strings stand on the lines that follow. */
    static boolean isHead(String zoneLine) {
        return zoneLine.endsWith(" TXT ");
    }

    private void comment(String line) {
        Matcher status = STATUS.matcher(line);
        if (STALE.matcher(line).find()) {
            stale = "the answer is stale: " + line.replaceFirst("^;+\\s*", "");
        } else if (line.startsWith(";;") && status.find()) {
            boolean answered =
                    status.group(1).equals("NOERROR") || status.group(1).equals("NXDOMAIN");
            failure = answered ? null : "status " + status.group(1);
        } else if (line.equals("; Transfer failed.")
                || line.startsWith(";;")
                        && FAILED_COMMENT.matcher(line.toLowerCase(Locale.ROOT)).find()) {
            failure = line.replaceFirst("^;+\\s*", "");
        }
    }

    private static String absolute(String name) {
        return name.endsWith(".") ? name : name + ".";
    }
}
