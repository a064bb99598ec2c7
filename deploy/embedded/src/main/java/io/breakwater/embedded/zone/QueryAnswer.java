package io.breakwater.embedded.zone;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Writes what a zone says to a question: the algorithm of RFC 1034, section 4.3.2, with wildcards as RFC 4592 has them, aliases followed
 * within the zone, and the response code of the last name (RFC 6604).
 */
final class QueryAnswer {
    private static final int MAX_ALIASES = 16;

    private final ZoneContent zone;
    private final int type;
    private final Message response;
    private final Set<Name> seen = new HashSet<>();

    private QueryAnswer(ZoneContent zone, int type, Message response) {
        this.zone = zone;
        this.type = type;
        this.response = response;
    }

    static void write(ZoneContent zone, Name name, int type, Message response) {
        response.getHeader().setFlag(Flags.AA);
        new QueryAnswer(zone, type, response).follow(name);
    }

    private void follow(Name first) {
        Name name = first;
        while (name != null && name.subdomain(zone.origin())) {
            if (seen.size() == MAX_ALIASES || !seen.add(name)) {
                response.getHeader().setRcode(Rcode.SERVFAIL); // a circle is a mistake in the zone
                return;
            }
            name = step(name);
        }
    }

    /** @return where an alias leads, or null at the end */
    private Name step(Name name) {
        for (int labels = zone.origin().labels(); labels <= name.labels(); labels++) {
            Name above = new Name(name, name.labels() - labels);
            boolean apex = labels == zone.origin().labels();
            boolean itself = labels == name.labels();
            List<Record> servers = apex || itself && type == Type.DS ? List.of() : zone.exactly(above, Type.NS);
            if (!servers.isEmpty()) {
                refer(servers);
                return null;
            }
            List<Record> redirections = itself ? List.of() : zone.exactly(above, Type.DNAME);
            if (!redirections.isEmpty()) {
                return redirect(name, (DNAMERecord) redirections.get(0));
            }
        }
        return zone.exists(name) ? at(name, zone.at(name)) : wildcard(name);
    }

    private Name wildcard(Name name) {
        Name encloser = new Name(name, 1);
        while (!zone.exists(encloser)) {
            encloser = new Name(encloser, 1);
        }
        Name source = new Name(name, name.labels() - encloser.labels() - 1).wild(1);
        if (!zone.exists(source)) {
            deny(Rcode.NXDOMAIN);
            return null;
        }
        return at(
                name,
                zone.at(source).stream()
                        .map(record -> WireRecords.with(record, name, record.getTTL()))
                        .toList());
    }

    private Name at(Name name, List<Record> records) {
        List<Record> found = records.stream()
                .filter(record -> type == Type.ANY || record.getType() == type)
                .toList();
        if (!found.isEmpty()) {
            found.forEach(record -> response.addRecord(record, Section.ANSWER));
            return null;
        }
        for (Record record : records) {
            if (record instanceof CNAMERecord alias) {
                response.addRecord(alias, Section.ANSWER);
                return alias.getTarget();
            }
        }
        deny(Rcode.NOERROR);
        return null;
    }

    private Name redirect(Name name, DNAMERecord redirection) {
        response.addRecord(redirection, Section.ANSWER);
        try {
            Name target = name.fromDNAME(redirection);
            response.addRecord(new CNAMERecord(name, DClass.IN, redirection.getTTL(), target), Section.ANSWER);
            return type == Type.CNAME || type == Type.ANY ? null : target;
        } catch (NameTooLongException e) {
            response.getHeader().setRcode(Rcode.YXDOMAIN);
            return null;
        }
    }

    private void refer(List<Record> servers) {
        if (response.getSection(Section.ANSWER).isEmpty()) {
            response.getHeader().unsetFlag(Flags.AA);
        }
        for (Record server : servers) {
            response.addRecord(server, Section.AUTHORITY);
            for (Record glue : zone.at(((NSRecord) server).getTarget())) {
                if (glue.getType() == Type.A || glue.getType() == Type.AAAA) {
                    response.addRecord(glue, Section.ADDITIONAL);
                }
            }
        }
    }

    /** A denial may be kept for the smaller of the SOA's TTL and minimum (RFC 2308, section 3). */
    private void deny(int rcode) {
        SOARecord soa = zone.soa();
        response.getHeader().setRcode(rcode);
        response.addRecord(
                WireRecords.with(soa, soa.getName(), Math.min(soa.getTTL(), soa.getMinimum())), Section.AUTHORITY);
    }
}
