package io.breakwater.dns;

import static io.breakwater.dns.ScriptedServer.answer;
import static io.breakwater.dns.ScriptedServer.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.breakwater.dns.LookupResult.Absent;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * One server plays the resolver and the authority of every zone {@code z<n>.test}: {@code dr.z1.test} is an alias of
 * {@code dr.z2.test} and so on, up to the one that has the record; {@code circle} leads back to itself.
 */
@DisplayName("A domain behind aliases, and authorities with IPv6 alone, in every mode of looking up (I3)")
class AcrossZonesTest {
    private static final int RECORD_AT = 9;
    private final DnsLookups lookups = DnsLookups.create(
            new DnsLookupSettings(Duration.ofMillis(800), Duration.ofSeconds(5), 200, 500, Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        lookups.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr.z9.test", "dr.z8.test", "dr.z5.test", "dr.z1.test", "DR.Z1.TEST."})
    void findsTheRecordAtTheEndOfTheChain(String domain) {
        try (ScriptedServer server = ScriptedServer.answering(query -> zones(query, "127.0.0.1"))) {
            List<ServerAddress> servers = List.of(server.address());

            assertThat(done(lookups.txtOfAuthority(
                            domain, servers, servers, server.address().port())))
                    .isInstanceOf(Found.class);
            assertThat(done(lookups.txt(domain, servers, Asking.RECURSIVE)))
                    .as("a resolver that gives one CNAME an answer")
                    .isInstanceOf(Found.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle.z1.test", "dr.z0.test"})
    void leavesCirclesAndChainsWithoutEnd(String domain) {
        try (ScriptedServer server = ScriptedServer.answering(query -> zones(query, "127.0.0.1"))) {
            List<ServerAddress> servers = List.of(server.address());

            for (LookupResult<List<byte[]>> result : List.of(
                    done(lookups.txtOfAuthority(
                            domain, servers, servers, server.address().port())),
                    done(lookups.txt(domain, servers, Asking.RECURSIVE)))) {
                assertThat(result)
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                nothing -> assertThat(nothing.reason()).isEqualTo(Reason.ALIAS_LOOP));
            }
            assertThat(server.queries()).isLessThan(120);
        }
    }

    @Test
    void asksTheTargetsOwnServersWhenTheFirstRefuse() {
        try (ScriptedServer resolver = ScriptedServer.answering(query -> zones(query, "127.0.0.1"));
                ScriptedServer first = ScriptedServer.answering(
                        query -> query.getQuestion().getName().equals(name("dr.z8.test."))
                                ? zones(query, "127.0.0.1")
                                : refused(query))) {
            assertThat(done(lookups.txtOfAuthority(
                            "dr.z8.test",
                            List.of(first.address()),
                            List.of(resolver.address()),
                            resolver.address().port())))
                    .isInstanceOfSatisfying(
                            Found.class, found -> assertThat(found.server()).isEqualTo(resolver.address()));
        }
    }

    @Test
    void followsAnAliasThatNoResolverKnows() {
        try (ScriptedServer resolver = ScriptedServer.answering(AcrossZonesTest::refused);
                ScriptedServer authority = ScriptedServer.answering(query -> zones(query, "127.0.0.1"))) {
            assertThat(done(lookups.txtOfAuthority(
                            "dr.z5.test", List.of(authority.address()), List.of(resolver.address()), 53)))
                    .isInstanceOf(Found.class);
        }
    }

    @Test
    void takesTheDenialOfTheTargetsZone() {
        try (ScriptedServer server = ScriptedServer.answering(query -> zones(query, "127.0.0.1"))) {
            List<ServerAddress> servers = List.of(server.address());

            assertThat(done(lookups.txtOfAuthority(
                            "gone.z8.test", servers, servers, server.address().port())))
                    .isInstanceOf(Absent.class);
        }
    }

    @Test
    void saysThatTheTargetsZoneCannotBeFound() {
        try (ScriptedServer server = ScriptedServer.answering(query -> zones(query, "127.0.0.1"))) {
            List<ServerAddress> servers = List.of(server.address());

            assertThat(done(lookups.txtOfAuthority(
                            "broken.z8.test", servers, servers, server.address().port())))
                    .isInstanceOfSatisfying(Unavailable.class, nothing -> {
                        assertThat(nothing.reason()).isEqualTo(Reason.SERVFAIL);
                        assertThat(nothing.detail()).contains("dr.broken.test");
                    });
        }
    }

    @Test
    void findsAndAsksAuthoritiesThatHaveIpv6Alone() {
        assumeTrue(hasIpv6(), "no IPv6 on the loopback interface");
        try (ScriptedServer server = ScriptedServer.answeringOctets(
                "::1", (query, tcp) -> zones(query, "::1").toWire())) {
            List<ServerAddress> resolvers = List.of(server.address());

            AuthoritiesResult.Found found = (AuthoritiesResult.Found) done(lookups.findAuthorities(
                    "dr.z8.test", resolvers, server.address().port()));

            List<ServerAddress> authorities = found.authorities().get(0).addresses();
            assertThat(authorities).containsExactly(server.address());
            assertThat(done(lookups.txtOfAuthority(
                            "dr.z8.test",
                            authorities,
                            resolvers,
                            server.address().port())))
                    .isInstanceOf(Found.class);
        }
    }

    /** https://github.com/dnsjava/dnsjava/issues/110 */
    @Test
    @DisplayName("Silence, refusal and answers leave no socket open (I9)")
    void leavesNoSocketOpen() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open files are counted on Linux");
        DnsLookups quick = DnsLookups.create(new DnsLookupSettings(
                Duration.ofMillis(50), Duration.ofMillis(10), 200, 10_000, Duration.ofSeconds(1)));
        try (quick;
                ScriptedServer silent = ScriptedServer.answering(query -> null)) {
            ServerAddress nobody = ServerAddress.parse("127.0.0.1:1");
            done(quick.txt("dr.z9.test", silent.address(), Asking.AUTHORITY));
            long before = openFiles();
            for (int i = 0; i < 50; i++) {
                done(quick.txt("dr.z9.test", List.of(silent.address(), nobody), Asking.AUTHORITY));
            }

            assertThat(openFiles()).isLessThan(before + 10);
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Message refused(Message query) {
        Message refused = answer(query);
        refused.getHeader().setRcode(Rcode.REFUSED);
        return refused;
    }

    private static Message zones(Message query, String address) {
        Name asked = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        Name zone = new Name(asked, Math.max(0, asked.labels() - 3));
        if (zone.toString().equalsIgnoreCase("broken.test.")) {
            Message failed = answer(query);
            failed.getHeader().setRcode(Rcode.SERVFAIL);
            return failed;
        }
        String first = asked.getLabelString(0).toLowerCase(Locale.ROOT);
        if (type == Type.NS && asked.equals(zone)) {
            return answer(query, new NSRecord(zone, DClass.IN, 60, name("ns." + zone)));
        }
        if (first.equals("ns") && (type == Type.AAAA) == (address.indexOf(':') >= 0)) {
            return answer(query, address(asked, address));
        }
        if (type == Type.TXT && !first.equals("ns")) {
            Record record = atDomain(
                    first, asked, Integer.parseInt(zone.getLabelString(0).substring(1)));
            if (record != null) {
                return answer(query, record);
            }
        }
        Message denial = answer(query);
        denial.addRecord(
                new SOARecord(zone, DClass.IN, 60, name("ns." + zone), name("h."), 1, 2, 3, 4, 5), Section.AUTHORITY);
        return denial;
    }

    private static Record atDomain(String first, Name asked, int zone) {
        return switch (first) {
            case "circle" -> new CNAMERecord(asked, DClass.IN, 60, name("circle.z" + (zone == 1 ? 2 : 1) + ".test."));
            case "gone" -> zone == 8 ? new CNAMERecord(asked, DClass.IN, 60, name("gone.z9.test.")) : null;
            case "broken" -> new CNAMERecord(asked, DClass.IN, 60, name("dr.broken.test."));
            default ->
                zone == RECORD_AT
                        ? new TXTRecord(asked, DClass.IN, 60, "v=1")
                        : new CNAMERecord(asked, DClass.IN, 60, name("dr.z" + (zone + 1) + ".test."));
        };
    }

    private static Record address(Name owner, String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return address.indexOf(':') >= 0
                    ? new AAAARecord(owner, DClass.IN, 60, parsed)
                    : new ARecord(owner, DClass.IN, 60, parsed);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
