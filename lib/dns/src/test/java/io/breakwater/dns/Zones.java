package io.breakwater.dns;

import static io.breakwater.dns.ScriptedServer.answer;
import static io.breakwater.dns.ScriptedServer.name;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The zone example.test with one name server and a DR domain. */
final class Zones {
    private static final Name ZONE = name("example.test.");
    private static final Name NS1 = name("ns1.example.test.");
    private static final Name DR = name("dr.example.test.");

    private Zones() {}

    static Message exampleTest(Message query) {
        Name owner = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        try {
            if (owner.equals(ZONE) && type == Type.NS) {
                return answer(query, new NSRecord(ZONE, DClass.IN, 300, NS1));
            }
            if (owner.equals(NS1) && type == Type.A) {
                return answer(query, new ARecord(NS1, DClass.IN, 300, InetAddress.getByName("192.0.2.1")));
            }
            if (owner.equals(DR) && type == Type.A) {
                return answer(query, new ARecord(DR, DClass.IN, 30, InetAddress.getByName("192.0.2.7")));
            }
            if (owner.equals(DR) && type == Type.AAAA) {
                return answer(query, new AAAARecord(DR, DClass.IN, 30, InetAddress.getByName("2001:db8::7")));
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
        Message answer = answer(query);
        boolean exists = owner.equals(ZONE) || owner.equals(NS1) || owner.equals(DR);
        answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
        answer.addRecord(
                new SOARecord(ZONE, DClass.IN, 300, NS1, name("h.example.test."), 1, 2, 3, 4, 30), Section.AUTHORITY);
        return answer;
    }
}
