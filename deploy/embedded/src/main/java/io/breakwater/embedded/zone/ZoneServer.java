package io.breakwater.embedded.zone;

import io.breakwater.embedded.process.ServerStartException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * An authoritative server for one zone: answers over UDP and TCP, takes dynamic updates and gives transfers signed with one of its
 * keys, sends NOTIFY on each change. For the local suite and for tests. Safe for threads.
 */
public final class ZoneServer implements AutoCloseable {
    private final Options options;
    private final ZoneStore store;
    private final Notifier notifier;
    private final ZoneSockets sockets;

    /**
     * @param host address to listen on, for example {@code 127.0.0.1}
     * @param port for UDP and TCP, 0 for a free one
     * @param origin the zone's name, for example {@code breakwater.test}
     * @param zone the records at the first start, as a master file with SOA and NS records
     * @param file where the zone is kept over restarts; when it is there, it counts and {@code zone} does not
     * @param updateKeys who may change and transfer the zone
     * @param targets who is told of changes
     * @param limits what it takes at most
     */
    public record Options(
            String host,
            int port,
            String origin,
            String zone,
            Optional<Path> file,
            List<TsigKey> updateKeys,
            List<NotifyTarget> targets,
            ZoneLimits limits) {

        public Options {
            origin = origin.endsWith(".") ? origin : origin + ".";
            updateKeys = List.copyOf(updateKeys);
            targets = List.copyOf(targets);
        }

        /** With the usual limits. */
        public Options(
                String host,
                int port,
                String origin,
                String zone,
                Optional<Path> file,
                List<TsigKey> updateKeys,
                List<NotifyTarget> targets) {
            this(host, port, origin, zone, file, updateKeys, targets, ZoneLimits.DEFAULT);
        }

        /** In memory, on a free port of the loopback interface. */
        public static Options of(String origin, List<TsigKey> updateKeys, List<NotifyTarget> targets) {
            return new Options("127.0.0.1", 0, origin, smallZone(), Optional.empty(), updateKeys, targets);
        }

        /** A zone with {@code ns1} at 127.0.0.1 as its one name server and short negative answers. */
        public static String smallZone() {
            return """
                    $TTL 30
                    @ IN SOA ns1 hostmaster 1 3600 600 86400 30
                    @ IN NS ns1
                    ns1 IN A 127.0.0.1
                    """;
        }
    }

    private ZoneServer(Options options) throws IOException {
        this.options = options;
        Name origin = Name.fromString(options.origin());
        this.notifier = new Notifier(options.targets(), options.limits().maxNotifies());
        this.store = new ZoneStore(content(options, origin), options.file(), options.limits(), this::changed);
        this.sockets = new ZoneSockets(
                new InetSocketAddress(options.host(), options.port()),
                new Responder(store, new Signatures(options.updateKeys())),
                options.limits());
    }

    /**
     * Starts a server that answers when this returns.
     *
     * @throws ServerStartException when the port is taken or the zone cannot be read
     */
    public static ZoneServer start(Options options) {
        try {
            ZoneServer server = new ZoneServer(options);
            server.sockets.open();
            return server;
        } catch (IOException e) {
            throw new ServerStartException(
                    "the zone server for " + options.origin() + " did not start on " + options.host() + ":"
                            + options.port() + ": " + e.getMessage(),
                    e);
        }
    }

    private static ZoneContent content(Options options, Name origin) throws IOException {
        Optional<Path> kept = options.file().filter(Files::exists);
        byte[] text = kept.isPresent()
                ? Files.readAllBytes(kept.get())
                : options.zone().getBytes(StandardCharsets.ISO_8859_1);
        return ZoneContent.read(origin, new Master(new ByteArrayInputStream(text), origin));
    }

    private void changed() {
        notifier.changed(store.content().soa());
    }

    public InetSocketAddress address() {
        return sockets.address();
    }

    public int port() {
        return address().getPort();
    }

    public long serial() {
        return store.content().soa().getSerial();
    }

    /**
     * Replaces all TXT records of a name, from inside: no update message, but NOTIFY as always. An empty set removes them.
     *
     * @param rrset TXT records, each a list of character-strings, each character one octet (Latin-1)
     */
    public void replaceTxt(String name, long ttl, List<List<String>> rrset) {
        Name owner = name(name);
        replace(owner, Type.TXT, TxtRecords.ofLatin1(owner, ttl, rrset));
    }

    /** Replaces all records of a name and type. */
    public void replace(Name owner, int type, List<? extends Record> records) {
        store.change(before -> {
            List<Record> after = new ArrayList<>(before);
            after.removeIf(
                    record -> record.getType() == type && record.getName().equals(owner));
            after.addAll(records);
            return after;
        });
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(name + " is no domain name", e);
        }
    }

    public Options options() {
        return options;
    }

    @Override
    public void close() {
        sockets.close();
        notifier.close();
    }
}
