package io.breakwater.drctl.record;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.zone.ZoneChange;
import io.breakwater.activation.zone.ZoneForm;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the record set is written down for the name server or provider. */
final class ZoneOptions {
    @Option(
            names = "--form",
            defaultValue = "bind",
            paramLabel = "FORM",
            description = "One of bind, nsupdate, route53, cloudflare, plain (default: ${DEFAULT-VALUE}).")
    private ZoneForm form;

    @Option(
            names = "--ttl",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "30 to 900 (default: ${DEFAULT-VALUE}).")
    private int ttl;

    @Option(
            names = "--server",
            paramLabel = "HOST[:PORT]",
            description = "Name server for the nsupdate script (default: the zone's primary).")
    private String server;

    /** What is wrong with the combination, or null. */
    String contradiction() {
        return server != null && form != ZoneForm.NSUPDATE ? "--server belongs to --form nsupdate" : null;
    }

    /** @throws IllegalArgumentException for a TTL that is not allowed */
    ZoneChange change(Rrset rrset, String domain) {
        return new ZoneChange(rrset, domain, ttl, Optional.ofNullable(server));
    }

    String write(ZoneChange change) {
        return form.write(change);
    }

    /** What whoever publishes it must do besides, when the form does not do it by itself. */
    Optional<String> advice(ZoneChange change) {
        return switch (form) {
            case CLOUDFLARE ->
                Optional.of("delete the TXT records that are at the domain now, by their ids, in the same batch");
            case BIND, PLAIN ->
                Optional.of(
                        "these " + change.rrset().records().size() + " records replace every TXT record at the domain");
            case NSUPDATE, ROUTE53 -> Optional.empty();
        };
    }
}
