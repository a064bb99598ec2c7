package io.breakwater.embedded.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The prerequisites of a dynamic update (RFC 2136, section 3.2). Pure. */
final class Prerequisites {
    private Prerequisites() {}

    /** @return the response code, NOERROR when all are met */
    static int check(ZoneContent zone, List<Record> prerequisites) {
        List<Record> values = new ArrayList<>();
        for (Record wanted : prerequisites) {
            int rcode = check(zone, wanted);
            if (rcode != Rcode.NOERROR) {
                return rcode;
            }
            if (wanted.getDClass() == DClass.IN) {
                values.add(wanted);
            }
        }
        return values.stream().allMatch(value -> sameSet(zone, value, values)) ? Rcode.NOERROR : Rcode.NXRRSET;
    }

    private static int check(ZoneContent zone, Record wanted) {
        if (wanted.getTTL() != 0) {
            return Rcode.FORMERR;
        }
        if (!wanted.getName().subdomain(zone.origin())) {
            return Rcode.NOTZONE;
        }
        boolean anyType = wanted.getType() == Type.ANY;
        boolean empty = WireRecords.isEmpty(wanted);
        boolean there = !zone.exactly(wanted.getName(), wanted.getType()).isEmpty();
        return switch (wanted.getDClass()) {
            case DClass.ANY ->
                !empty || !anyType && DynamicUpdate.isMeta(wanted.getType())
                        ? Rcode.FORMERR
                        : there ? Rcode.NOERROR : anyType ? Rcode.NXDOMAIN : Rcode.NXRRSET;
            case DClass.NONE ->
                !empty || !anyType && DynamicUpdate.isMeta(wanted.getType())
                        ? Rcode.FORMERR
                        : !there ? Rcode.NOERROR : anyType ? Rcode.YXDOMAIN : Rcode.YXRRSET;
            case DClass.IN -> empty || DynamicUpdate.isMeta(wanted.getType()) ? Rcode.FORMERR : Rcode.NOERROR;
            default -> Rcode.FORMERR;
        };
    }

    private static boolean sameSet(ZoneContent zone, Record one, List<Record> values) {
        Set<Record> wanted = values.stream()
                .filter(value -> value.getName().equals(one.getName()) && value.getType() == one.getType())
                .collect(Collectors.toSet());
        return wanted.equals(Set.copyOf(zone.exactly(one.getName(), one.getType())));
    }
}
