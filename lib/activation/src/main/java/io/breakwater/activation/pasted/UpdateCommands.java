package io.breakwater.activation.pasted;

import io.breakwater.activation.pasted.ZoneTokens.Entry;
import io.breakwater.activation.pasted.ZoneTokens.Token;
import java.util.List;
import java.util.Set;

/** The commands of an {@code nsupdate} script, each applied to what those before it made: RFC 2136, section 3.4.2. Used once. */
final class UpdateCommands {

    private static final Set<String> DELETE = Set.of("DELETE", "DEL");
    private static final Set<String> SETTINGS = Set.of(
            "SERVER",
            "LOCAL",
            "ZONE",
            "CLASS",
            "TTL",
            "KEY",
            "GSSTSIG",
            "OLDGSSTSIG",
            "REALM",
            "CHECK-NAMES",
            "PREREQ",
            "NXDOMAIN",
            "YXDOMAIN",
            "NXRRSET",
            "YXRRSET",
            "SHOW",
            "SEND",
            "ANSWER",
            "DEBUG",
            "VERSION",
            "HELP",
            "QUIT");

    private final ZoneEntries names;
    private final Zone zone;

    UpdateCommands(ZoneEntries names, Zone zone) {
        this.names = names;
        this.zone = zone;
    }

    /** A script updates or sends; an owner of a zone may have such a name too, but then a type follows. */
    static boolean isScript(List<Entry> entries) {
        return entries.stream().map(Entry::tokens).anyMatch(tokens -> {
            String first = RecordTokens.word(tokens, 0);
            String second = RecordTokens.word(tokens, 1);
            return first.equals("UPDATE") && (second.equals("ADD") || DELETE.contains(second))
                    || first.equals("SEND") && tokens.size() == 1;
        });
    }

    void apply(Entry entry) {
        List<Token> tokens = entry.tokens();
        if (RecordTokens.word(tokens, 0).equals("UPDATE")) {
            tokens = tokens.subList(1, tokens.size());
        }
        String command = RecordTokens.word(tokens, 0);
        if (!command.equals("ADD") && !DELETE.contains(command)) {
            if (!SETTINGS.contains(command) || tokens != entry.tokens()) {
                throw new IllegalArgumentException("line " + entry.line() + ": nsupdate has no command such as this");
            }
            return;
        }
        if (tokens.size() < 2) {
            throw new IllegalArgumentException("line " + entry.line() + ": the name is missing");
        }
        String name = names.name(tokens.get(1).text());
        List<Token> rest = tokens.subList(2, tokens.size());
        if (command.equals("ADD")) {
            add(name, RecordTokens.of(entry.line(), rest));
        } else {
            names.command();
            delete(name, entry.line(), rest);
        }
    }

    /** What stands beside a CNAME, and a CNAME beside anything, is ignored by the server. */
    private void add(String name, RecordTokens record) {
        boolean alias = record.type().equals("CNAME");
        if (alias ? zone.hasTexts(name) : zone.isAlias(name)) {
            names.command();
        } else {
            names.add(name, record);
        }
    }

    private void delete(String name, int line, List<Token> rest) {
        if (rest.stream().allMatch(token -> token.text().matches("(?i)\\d+|IN|ANY"))) {
            zone.deleteTexts(name);
            zone.deleteAlias(name);
            return;
        }
        RecordTokens record = RecordTokens.of(line, rest);
        if (record.type().equals("CNAME")) {
            zone.deleteAlias(name);
        } else if (record.type().equals("TXT") && record.data().isEmpty()) {
            zone.deleteTexts(name);
        } else if (record.type().equals("TXT")) {
            zone.deleteText(name, record.strings());
        }
    }
}
