package io.breakwater.activation.zone;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which {@code drctl record sign} writes a record set. Each ends with a newline. */
public enum ZoneForm {
    /** Lines of a zone file, as BIND, Knot and others read it. */
    BIND(ZoneForm::bind),
    /** A script for {@code nsupdate}: one message that replaces all TXT records at the name (RFC 2136). */
    NSUPDATE(ZoneForm::nsupdate),
    /** A change batch for {@code aws route53 change-resource-record-sets --change-batch}; replaces all TXT records at the name. */
    ROUTE53(ZoneForm::route53),
    /** A body for Cloudflare's {@code POST /zones/{zone_id}/dns_records/batch}; what was there before is to be deleted by its id. */
    CLOUDFLARE(ZoneForm::cloudflare),
    /** The text of each record on a line, as one types it into a provider's page. */
    PLAIN(ZoneForm::plain);

    /** Cloudflare takes no shorter one, except from enterprises. */
    private static final int CLOUDFLARE_SHORTEST_TTL = 60;

    private final Function<ZoneChange, String> writer;

    ZoneForm(Function<ZoneChange, String> writer) {
        this.writer = writer;
    }

    public String write(ZoneChange change) {
        return writer.apply(change);
    }

    private static String bind(ZoneChange change) {
        return quoted(change).stream()
                .map(data -> change.domain() + ". " + change.ttlSeconds() + " IN TXT " + data + "\n")
                .collect(Collectors.joining());
    }

    private static String nsupdate(ZoneChange change) {
        String server = change.server().map(ZoneForm::serverLine).orElse("");
        String adds = quoted(change).stream()
                .map(data -> "update add " + change.domain() + ". " + change.ttlSeconds() + " TXT " + data + "\n")
                .collect(Collectors.joining());
        return server + "update delete " + change.domain() + ". TXT\n" + adds + "send\n";
    }

    /** {@code host:port} or {@code [address]:port}; an IPv6 address alone has more than one colon and no port. */
    private static String serverLine(String server) {
        int colon = server.lastIndexOf(':');
        boolean port = colon > 0 && (server.indexOf(':') == colon || server.charAt(colon - 1) == ']');
        String host = port ? server.substring(0, colon) : server;
        String name = host.replace("[", "").replace("]", "");
        return "server " + name + (port ? " " + server.substring(colon + 1) : "") + "\n";
    }

    private static String route53(ZoneChange change) {
        String values = quoted(change).stream()
                .map(data -> "          {\"Value\": " + json(data) + "}")
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "Comment": %s,
                  "Changes": [
                    {
                      "Action": "UPSERT",
                      "ResourceRecordSet": {
                        "Name": %s,
                        "Type": "TXT",
                        "TTL": %d,
                        "ResourceRecords": [
                %s
                        ]
                      }
                    }
                  ]
                }
                """.formatted(
                        json("DR activation record of " + change.domain()),
                        json(change.domain() + "."),
                        change.ttlSeconds(),
                        values);
    }

    private static String cloudflare(ZoneChange change) {
        int ttl = Math.max(CLOUDFLARE_SHORTEST_TTL, change.ttlSeconds());
        return quoted(change).stream()
                .map(data -> "    {\"type\": \"TXT\", \"name\": " + json(change.domain()) + ", \"ttl\": " + ttl
                        + ", \"content\": " + json(data) + "}")
                .collect(Collectors.joining(",\n", "{\n  \"posts\": [\n", "\n  ]\n}\n"));
    }

    private static String plain(ZoneChange change) {
        return change.rrset().records().stream()
                .map(record -> record.joined() + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> quoted(ZoneChange change) {
        return change.rrset().records().stream().map(CharacterString::quoted).toList();
    }

    /** What is written here is printable ASCII, see {@link CharacterString}. */
    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
