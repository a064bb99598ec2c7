package io.breakwater.dns;

import io.breakwater.dns.LookupResult.Kind;
import io.breakwater.dns.LookupResult.Reason;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Decides what an answer says to a question, checking everything that dnsjava leaves to its caller. Pure. */
final class AnswerReader {
    private AnswerReader() {}

    /** What an answer says. */
    sealed interface Reading {
        record Records(List<Record> records, long ttlSeconds) implements Reading {}

        record Denial(Kind kind, Name zone, long negativeTtlSeconds) implements Reading {}

        record Redirect(Name target, long ttlSeconds, int aliases) implements Reading {}

        record Useless(Reason reason, String detail) implements Reading {}
    }

    /** @param follow whether CNAMEs inside the answer are followed to the records at their end */
    static Reading read(Message query, Message answer, Asking asking, boolean follow) {
        Reading.Useless useless = refuse(query, answer, asking);
        if (useless != null) {
            return useless;
        }
        Record question = query.getQuestion();
        Name name = question.getName();
        long ttl = Long.MAX_VALUE;
        int aliases = 0;
        while (true) {
            List<Record> records = at(answer, Section.ANSWER, name, question.getType());
            if (!records.isEmpty()) {
                return new Reading.Records(records, Math.min(ttl, smallestTtl(records)));
            }
            List<Record> cnames = at(answer, Section.ANSWER, name, Type.CNAME);
            if (cnames.isEmpty()) {
                return withoutRecords(answer, name, ttl, aliases);
            }
            if (++aliases > DnsLookups.MAX_ALIASES) {
                return new Reading.Useless(Reason.ALIAS_LOOP, "more than " + DnsLookups.MAX_ALIASES + " CNAMEs");
            }
            ttl = Math.min(ttl, smallestTtl(cnames));
            name = ((CNAMERecord) cnames.get(0)).getTarget();
            if (!follow) {
                return new Reading.Redirect(name, ttl, aliases);
            }
        }
    }

    private static Reading withoutRecords(Message answer, Name name, long ttl, int aliases) {
        for (Record record : answer.getSection(Section.AUTHORITY)) {
            if (record instanceof SOARecord soa && name.subdomain(soa.getName())) {
                Kind kind = answer.getRcode() == Rcode.NXDOMAIN ? Kind.NXDOMAIN : Kind.NODATA;
                long negativeTtl = Math.min(ttl, Math.min(soa.getTTL(), soa.getMinimum()));
                return new Reading.Denial(kind, soa.getName(), negativeTtl);
            }
        }
        if (aliases > 0) {
            return new Reading.Redirect(name, ttl, aliases);
        }
        if (isReferral(answer)) {
            return new Reading.Useless(Reason.REFERRAL, "it names other servers");
        }
        return new Reading.Useless(Reason.MALFORMED, "a denial without the zone's SOA");
    }

    /** The reason why the answer as a whole does not count, or null. */
    private static Reading.Useless refuse(Message query, Message answer, Asking asking) {
        Header header = answer.getHeader();
        if (!header.getFlag(Flags.QR) || header.getOpcode() != Opcode.QUERY) {
            return new Reading.Useless(Reason.MALFORMED, "not an answer to a query");
        }
        if (header.getID() != query.getHeader().getID()) {
            return new Reading.Useless(Reason.MALFORMED, "another query's id");
        }
        int rcode = answer.getRcode();
        int extended = staleCode(answer.getOPT());
        if (extended >= 0) {
            return new Reading.Useless(Reason.STALE, "extended error " + extended);
        }
        if (rcode == Rcode.SERVFAIL || rcode == Rcode.REFUSED) {
            Reason reason = rcode == Rcode.SERVFAIL ? Reason.SERVFAIL : Reason.REFUSED;
            return new Reading.Useless(reason, reason.name());
        }
        if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
            return new Reading.Useless(Reason.RCODE, Rcode.string(rcode));
        }
        if (!sameQuestion(query.getQuestion(), answer.getQuestion())) {
            return new Reading.Useless(Reason.MALFORMED, "another question");
        }
        if (header.getFlag(Flags.TC)) {
            return new Reading.Useless(Reason.TRUNCATED, "truncated over TCP");
        }
        if (asking == Asking.AUTHORITY && !header.getFlag(Flags.AA)) {
            return isReferral(answer)
                    ? new Reading.Useless(Reason.REFERRAL, "it names other servers")
                    : new Reading.Useless(Reason.LAME, "it is no authority for the zone");
        }
        return null;
    }

    private static boolean sameQuestion(Record asked, Record answered) {
        return answered != null
                && asked.getName().equals(answered.getName())
                && asked.getType() == answered.getType()
                && asked.getDClass() == answered.getDClass();
    }

    private static boolean isReferral(Message answer) {
        return !answer.getHeader().getFlag(Flags.AA)
                && answer.getSection(Section.ANSWER).isEmpty()
                && answer.getSection(Section.AUTHORITY).stream().anyMatch(record -> record.getType() == Type.NS);
    }

    private static int staleCode(OPTRecord opt) {
        if (opt != null) {
            for (EDNSOption option : opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR)) {
                if (option instanceof ExtendedErrorCodeOption error && isStale(error.getErrorCode())) {
                    return error.getErrorCode();
                }
            }
        }
        return -1;
    }

    private static boolean isStale(int code) {
        return code == ExtendedErrorCodeOption.STALE_ANSWER || code == ExtendedErrorCodeOption.STALE_NXDOMAIN_ANSWER;
    }

    private static List<Record> at(Message answer, int section, Name owner, int type) {
        return answer.getSection(section).stream()
                .filter(record -> record.getType() == type
                        && record.getDClass() == DClass.IN
                        && record.getName().equals(owner))
                .toList();
    }

    private static long smallestTtl(List<Record> records) {
        return records.stream().mapToLong(Record::getTTL).min().orElse(0);
    }
}
