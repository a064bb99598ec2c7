package io.breakwater.embedded.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * Changes a zone of any server by dynamic updates (RFC 2136) over TCP, signed with a TSIG key, and reads it. Safe for threads.
 */
public final class ZoneClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InetSocketAddress server;
    private final Name zone;
    private final TsigKey key;

    /** @param zone the zone's name, for example {@code breakwater.test} */
    public ZoneClient(InetSocketAddress server, String zone, TsigKey key) {
        this.server = server;
        this.zone = name(zone);
        this.key = key;
    }

    /**
     * Replaces all TXT records of a name in one update. An empty set removes them.
     *
     * @param rrset TXT records, each a list of character-strings, each character one octet (Latin-1)
     * @throws UncheckedIOException when the server does not answer or refuses
     */
    public void replaceTxt(String name, long ttlSeconds, List<List<String>> rrset) {
        Name owner = name(name);
        replace(owner, Type.TXT, TxtRecords.ofLatin1(owner, ttlSeconds, rrset));
    }

    /** Replaces all IPv4 addresses of a name in one update. */
    public void replaceAddress(String name, long ttlSeconds, InetSocketAddress address) {
        Name owner = name(name);
        replace(owner, Type.A, List.of(new ARecord(owner, DClass.IN, ttlSeconds, address.getAddress())));
    }

    private void replace(Name owner, int type, List<? extends Record> records) {
        Update update = new Update(zone);
        update.delete(owner, type);
        records.forEach(update::add);
        Message response = send(resolver(), update);
        if (response.getRcode() != Rcode.NOERROR) {
            throw new UncheckedIOException(new IOException(
                    server + " answered the update of " + owner + " with " + Rcode.string(response.getRcode())));
        }
    }

    /** The TXT records that the server has now, in its order, each character one octet (Latin-1). */
    public List<List<String>> txt(String name) {
        Record question = Record.newRecord(name(name), Type.TXT, DClass.IN);
        List<List<String>> rrset = new ArrayList<>();
        for (Record record : send(plainResolver(), Message.newQuery(question)).getSection(Section.ANSWER)) {
            if (record instanceof TXTRecord txt) {
                List<String> strings = new ArrayList<>();
                for (Object octets : txt.getStringsAsByteArrays()) {
                    strings.add(new String((byte[]) octets, StandardCharsets.ISO_8859_1));
                }
                rrset.add(strings);
            }
        }
        return rrset;
    }

    /** Whether the server has the zone and answers for it. */
    public boolean isServing() {
        try {
            Message answer = plainResolver().send(Message.newQuery(Record.newRecord(zone, Type.SOA, DClass.IN)));
            return answer.getRcode() == Rcode.NOERROR
                    && !answer.getSection(Section.ANSWER).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Message send(SimpleResolver resolver, Message message) {
        try {
            return resolver.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + server + ": " + e.getMessage(), e);
        }
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = plainResolver();
        resolver.setTSIGKey(key.tsig());
        return resolver;
    }

    private SimpleResolver plainResolver() {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTCP(true);
        resolver.setTimeout(PATIENCE);
        return resolver;
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(name + " is no domain name", e);
        }
    }
}
