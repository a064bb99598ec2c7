package io.breakwater.activation.pasted;

import io.breakwater.activation.pasted.ZoneTokens.Entry;
import io.breakwater.activation.pasted.ZoneTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** What the entries of a zone text, or the commands of an nsupdate script in their order, come to at a name. Used once. */
final class ZoneEntries {

    /** Stands for the origin while nothing has said which it is. */
    private static final String UNKNOWN = "@";

    private final String domain;
    private final Zone zone = new Zone();
    private final List<List<String>> bare = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String origin = "";
    private boolean originGiven;
    private String owner = "";
    private int count;

    private ZoneEntries(String domain) {
        this.domain = PastedReader.absolute(domain);
    }

    static ZoneEntries of(List<Entry> entries, String domain) {
        ZoneEntries read = new ZoneEntries(domain);
        if (UpdateCommands.isScript(entries)) {
            read.origin = ".";
            read.originGiven = true;
            UpdateCommands commands = new UpdateCommands(read, read.zone);
            entries.forEach(commands::apply);
        } else {
            entries.forEach(read::entry);
        }
        return read;
    }

    List<List<String>> records() {
        List<List<String>> all = new ArrayList<>(bare);
        all.addAll(zone.at(place()));
        return all;
    }

    int count() {
        return count;
    }

    int leftOut() {
        String place = place();
        return zone.all().entrySet().stream()
                .filter(each -> !each.getKey().equals(place))
                .mapToInt(each -> each.getValue().size())
                .sum();
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        for (String name : zone.all().keySet()) {
            if (!name.equals(place()) && name.startsWith(domain)) {
                all.add("there are TXT records at " + name + " (did you forget the final dot?)");
            }
        }
        return all;
    }

    /** Without a known origin, {@code @} is the domain when nothing else is. */
    private String place() {
        String found = zone.follow(domain);
        return zone.at(found).isEmpty() && zone.hasTexts(UNKNOWN) ? UNKNOWN : found;
    }

    private void entry(Entry entry) {
        List<Token> tokens = entry.tokens();
        String first = RecordTokens.word(tokens, 0);
        if (tokens.stream().allMatch(Token::quoted)) {
            count++;
            bare.add(RecordTokens.texts(tokens));
        } else if (first.startsWith("$")) {
            directive(first, entry);
        } else if (tokens.size() > 1 || !first.endsWith(".")) {
            resourceRecord(entry);
        }
    }

    private void directive(String first, Entry entry) {
        if (first.equals("$ORIGIN") && entry.tokens().size() > 1) {
            origin = name(entry.tokens().get(1).text());
            originGiven = true;
        } else if (!first.equals("$TTL")) {
            notes.add("line " + entry.line() + ": " + first + " is not followed; what it would bring is not read");
        }
    }

    private void resourceRecord(Entry entry) {
        List<Token> tokens = entry.tokens();
        int at = 0;
        if (!entry.indented()) {
            owner = name(tokens.get(0).text());
            at = 1;
        }
        if (owner.isEmpty()) {
            throw new IllegalArgumentException(
                    "line " + entry.line() + ": there is no name before this line to belong to");
        }
        RecordTokens record = RecordTokens.of(entry.line(), tokens.subList(at, tokens.size()));
        if (record.type().equals("SOA") && !originGiven) {
            origin = owner.equals(UNKNOWN) ? origin : owner;
            originGiven = !owner.equals(UNKNOWN);
        }
        add(owner, record);
    }

    void add(String name, RecordTokens record) {
        count++;
        if (!record.isInternet()) {
            notes.add("line " + record.line() + ": a record of another class than IN was left out");
            return;
        }
        zone.exists(name);
        if (record.type().equals("TXT")) {
            zone.text(name, record.strings());
        } else if (record.type().equals("CNAME")) {
            zone.alias(name, name(record.target()));
        }
    }

    void command() {
        count++;
    }

    /** A relative name without a known origin is taken for the domain when this begins with it. */
    String name(String text) {
        if (text.equals("@")) {
            return originGiven ? origin : UNKNOWN;
        }
        String absolute = PastedReader.absolute(text);
        if (text.endsWith(".")) {
            return absolute;
        }
        if (originGiven) {
            return origin.equals(".") ? absolute : absolute + origin;
        }
        return domain.startsWith(absolute) ? domain : absolute;
    }
}
