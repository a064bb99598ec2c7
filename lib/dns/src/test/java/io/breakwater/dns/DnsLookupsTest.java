package io.breakwater.dns;

import static io.breakwater.dns.ScriptedServer.answer;
import static io.breakwater.dns.ScriptedServer.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.dns.LookupResult.Absent;
import io.breakwater.dns.LookupResult.Alias;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Kind;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

@DisplayName("A look-up tells found, denied and not known apart (I3)")
class DnsLookupsTest {
    private static final String DOMAIN = "dr.example.test";
    private static final Record SOA = new SOARecord(
            name("example.test."), DClass.IN, 600, name("ns1.example.test."), name("h.example.test."), 1, 2, 3, 4, 30);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final DnsLookups lookups = DnsLookups.create(
            new DnsLookupSettings(Duration.ofMillis(600), Duration.ofMillis(100), 200, 50, Duration.ofSeconds(1)));

    @AfterEach
    void closeAll() throws Exception {
        lookups.close();
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void readsEveryCharacterStringAsOctets() {
        ScriptedServer server = server(query -> answer(query, txt("v=1;b=on;", "k=zpa \\\"x\\\"")));

        Found<List<byte[]>> found = found(lookups.txt(DOMAIN, server.address(), Asking.AUTHORITY));

        assertThat(found.ttlSeconds()).isEqualTo(30);
        assertThat(text(found)).containsExactly(List.of("v=1;b=on;", "k=zpa \"x\""));
    }

    @Test
    void takesWhatWasTruncatedOverTcp() {
        String longText = "v=1;" + "x".repeat(200);
        ScriptedServer server = track(ScriptedServer.answeringOctets((query, overTcp) -> {
            Message answer = overTcp ? answer(query, txt(longText), txt("second")) : answer(query);
            if (!overTcp) {
                answer.getHeader().setFlag(Flags.TC);
            }
            return answer.toWire();
        }));

        assertThat(text(found(lookups.txt(DOMAIN, server.address(), Asking.AUTHORITY))))
                .containsExactly(List.of(longText), List.of("second"));
    }

    @Test
    void asksWithEdnsOf1232OctetsAndWithoutRecursion() {
        List<Message> asked = new ArrayList<>();
        ScriptedServer server = server(query -> {
            asked.add(query);
            return answer(query, txt("x"));
        });

        found(lookups.txt(DOMAIN, server.address(), Asking.AUTHORITY));

        assertThat(asked.get(0).getOPT().getPayloadSize()).isEqualTo(1232);
        assertThat(asked.get(0).getHeader().getFlag(Flags.RD)).isFalse();
    }

    @Test
    void believesADenialOnlyWithTheZonesSoa() {
        ScriptedServer denying = server(query -> denial(query, Rcode.NXDOMAIN, SOA));
        ScriptedServer empty = server(query -> answer(query));
        ScriptedServer noData = server(query -> denial(query, Rcode.NOERROR, SOA));

        assertThat(done(lookups.txt(DOMAIN, denying.address(), Asking.AUTHORITY)))
                .isInstanceOfSatisfying(Absent.class, absent -> {
                    assertThat(absent.kind()).isEqualTo(Kind.NXDOMAIN);
                    assertThat(absent.negativeTtlSeconds()).isEqualTo(30);
                });
        assertThat(done(lookups.txt(DOMAIN, noData.address(), Asking.AUTHORITY)))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.kind()).isEqualTo(Kind.NODATA));
        assertUnavailable(Reason.MALFORMED, lookups.txt(DOMAIN, empty.address(), Asking.AUTHORITY));
    }

    @ParameterizedTest
    @ValueSource(ints = {ExtendedErrorCodeOption.STALE_ANSWER, ExtendedErrorCodeOption.STALE_NXDOMAIN_ANSWER})
    void takesNoStaleAnswer(int extendedError) {
        ScriptedServer server = server(query -> {
            Message answer = extendedError == ExtendedErrorCodeOption.STALE_ANSWER
                    ? answer(query, txt("v=1;b=on"))
                    : denial(query, Rcode.NXDOMAIN, SOA);
            answer.addRecord(
                    new OPTRecord(1232, 0, 0, 0, List.of(new ExtendedErrorCodeOption(extendedError))),
                    Section.ADDITIONAL);
            return answer;
        });

        assertUnavailable(Reason.STALE, lookups.txt(DOMAIN, server.address(), Asking.RECURSIVE));
    }

    enum Bad {
        SERVFAIL(Reason.SERVFAIL, Asking.RECURSIVE, query -> rcode(query, Rcode.SERVFAIL)),
        REFUSED(Reason.REFUSED, Asking.AUTHORITY, query -> rcode(query, Rcode.REFUSED)),
        NOT_IMPLEMENTED(Reason.RCODE, Asking.AUTHORITY, query -> rcode(query, Rcode.NOTIMP)),
        NOT_AUTHORITATIVE(Reason.LAME, Asking.AUTHORITY, query -> without(Flags.AA, answer(query, txt("x")))),
        LAME_DENIAL(Reason.LAME, Asking.AUTHORITY, query -> without(Flags.AA, denial(query, Rcode.NXDOMAIN, SOA))),
        REFERRING(Reason.REFERRAL, Asking.AUTHORITY, Bad::referral),
        REFERRING_RECURSIVELY(Reason.REFERRAL, Asking.RECURSIVE, Bad::referral),
        SILENT(Reason.TIMEOUT, Asking.AUTHORITY, query -> null),
        ANOTHER_OWNER(
                Reason.MALFORMED, Asking.AUTHORITY, query -> answer(query, txtAt("other.example.test.", "v=1;b=on"))),
        FOREIGN_SOA(
                Reason.MALFORMED,
                Asking.AUTHORITY,
                query -> denial(
                        query,
                        Rcode.NXDOMAIN,
                        new SOARecord(
                                ScriptedServer.name("evil.test."),
                                DClass.IN,
                                1,
                                ScriptedServer.name("n."),
                                ScriptedServer.name("h."),
                                1,
                                2,
                                3,
                                4,
                                5))),
        TRUNCATED_OVER_TCP(Reason.TRUNCATED, Asking.AUTHORITY, query -> {
            Message answer = answer(query, txt("v=1"));
            answer.getHeader().setFlag(Flags.TC);
            return answer;
        }),
        NO_QUERY_OPCODE(Reason.MALFORMED, Asking.AUTHORITY, query -> {
            Message answer = answer(query, txt("v=1"));
            answer.getHeader().setOpcode(Opcode.NOTIFY);
            return answer;
        }),
        NOT_AN_ANSWER(Reason.MALFORMED, Asking.AUTHORITY, query -> without(Flags.QR, answer(query, txt("v=1"))));

        private final Reason reason;
        private final Asking asking;
        private final Function<Message, Message> script;

        Bad(Reason reason, Asking asking, Function<Message, Message> script) {
            this.reason = reason;
            this.asking = asking;
            this.script = script;
        }

        private static Message referral(Message query) {
            Message answer = without(Flags.AA, answer(query));
            answer.addRecord(
                    new NSRecord(
                            ScriptedServer.name("example.test."),
                            DClass.IN,
                            1,
                            ScriptedServer.name("ns.example.test.")),
                    Section.AUTHORITY);
            return answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void learnsNothingFrom(Bad bad) {
        ScriptedServer server = server(bad.script);

        assertUnavailable(bad.reason, lookups.txt(DOMAIN, server.address(), bad.asking));
    }

    @Test
    void survivesOctetsThatAreNoMessage() {
        ScriptedServer server = track(ScriptedServer.answeringOctets((query, overTcp) -> new byte[] {1, 2, 3}));

        assertThat(done(lookups.txt(DOMAIN, server.address(), Asking.AUTHORITY)))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void saysThatNothingListens() {
        ScriptedServer gone = server(query -> null);
        gone.close();

        assertThat(done(lookups.txt(DOMAIN, gone.address(), Asking.AUTHORITY))).isInstanceOf(Unavailable.class);
    }

    @Test
    void asksTheNextServerWhenOneIsSilentOrFails() {
        ScriptedServer silent = server(query -> null);
        ScriptedServer failing = server(query -> rcode(query, Rcode.SERVFAIL));
        ScriptedServer good = server(query -> answer(query, txt("good")));

        long start = System.nanoTime();
        Found<List<byte[]>> found = found(
                lookups.txt(DOMAIN, List.of(silent.address(), failing.address(), good.address()), Asking.RECURSIVE));

        assertThat(found.server()).isEqualTo(good.address());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void asksASilentServerAgainBecauseUdpLosesPackets() {
        int[] seen = {0};
        ScriptedServer server = server(query -> seen[0]++ == 0 ? null : answer(query, txt("second")));

        assertThat(text(found(lookups.txt(DOMAIN, server.address(), Asking.AUTHORITY))))
                .containsExactly(List.of("second"));
    }

    @Test
    void followsAliasesForAResolverAndReportsThemForAnAuthority() {
        ScriptedServer server = server(query -> query.getQuestion().getName().equals(name("dr.example.test."))
                ? answer(query, alias("dr.example.test.", "dr.elsewhere.test."))
                : answer(query, txtAt("dr.elsewhere.test.", "there")));

        assertThat(text(found(lookups.txt(DOMAIN, server.address(), Asking.RECURSIVE))))
                .containsExactly(List.of("there"));
        assertThat(done(lookups.txt(DOMAIN, server.address(), Asking.AUTHORITY)))
                .isInstanceOfSatisfying(
                        Alias.class, alias -> assertThat(alias.target()).isEqualTo("dr.elsewhere.test"));
    }

    @Test
    void leavesACircleOfAliases() {
        ScriptedServer server = server(query -> {
            String owner = query.getQuestion().getName().toString();
            return answer(query, alias(owner, owner.startsWith("a.") ? "b.example.test." : "a.example.test."));
        });

        assertUnavailable(Reason.ALIAS_LOOP, lookups.txt(DOMAIN, server.address(), Asking.RECURSIVE));
        assertThat(server.queries()).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a..b",
                "@",
                "a\\032b",
                "x.yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
            })
    void refusesWhatIsNoName(String domain) {
        assertUnavailable(Reason.BAD_NAME, lookups.txt(domain, ServerAddress.parse("127.0.0.1:1"), Asking.RECURSIVE));
    }

    @Test
    void givesAddressesOfBothFamilies() throws UnknownHostException {
        ScriptedServer server = server(Zones::exampleTest);

        Found<InetAddress> found = found(lookups.addresses(DOMAIN, List.of(server.address()), Asking.RECURSIVE));

        assertThat(found.records())
                .containsExactly(InetAddress.getByName("192.0.2.7"), InetAddress.getByName("2001:db8::7"));
    }

    @Test
    void findsTheAuthoritiesOfTheZoneThatHoldsTheDomain() {
        ScriptedServer server = server(Zones::exampleTest);

        AuthoritiesResult result = done(lookups.findAuthorities("a.b." + DOMAIN, List.of(server.address()), 5300));

        assertThat(result).isInstanceOfSatisfying(AuthoritiesResult.Found.class, found -> {
            assertThat(found.zone()).isEqualTo("example.test");
            assertThat(found.authorities()).extracting(Authority::name).containsExactly("ns1.example.test");
            assertThat(found.authorities().get(0).addresses())
                    .extracting(ServerAddress::toString)
                    .containsExactly("192.0.2.1:5300");
        });
    }

    @Test
    @DisplayName("An authority whose address is not found now stays one (I3): without it the others are no majority")
    void anAuthorityWithoutAnAddressStaysOne() {
        Record gone = new NSRecord(name("example.test."), DClass.IN, 300, name("ns2.gone.test."));
        ScriptedServer server = server(query -> {
            Message answer = Zones.exampleTest(query);
            if (query.getQuestion().getType() == Type.NS) {
                answer.addRecord(gone, Section.ANSWER);
            }
            return answer;
        });

        AuthoritiesResult result = done(lookups.findAuthorities("example.test", List.of(server.address()), 53));

        assertThat(result).isInstanceOfSatisfying(AuthoritiesResult.Found.class, found -> {
            List<Authority> all = found.authorities();
            assertThat(all).extracting(Authority::name).containsExactly("ns1.example.test", "ns2.gone.test");
            assertThat(all).extracting(Authority::canBeAsked).containsExactly(true, false);
            assertThat(found.ttlSeconds()).as("to be looked for again soon").isZero();
        });
    }

    @Test
    void saysWhyThereAreNoAuthorities() {
        ScriptedServer server = server(query -> rcode(query, Rcode.SERVFAIL));

        assertThat(done(lookups.findAuthorities(DOMAIN, List.of(server.address()), 53)))
                .isInstanceOfSatisfying(
                        AuthoritiesResult.Unavailable.class,
                        result -> assertThat(result.reason()).isEqualTo(Reason.SERVFAIL));
    }

    private ScriptedServer server(Function<Message, Message> script) {
        return track(ScriptedServer.answering(script));
    }

    private ScriptedServer track(ScriptedServer server) {
        open.add(server);
        return server;
    }

    private static Record txt(String... strings) {
        return new TXTRecord(name("dr.example.test."), DClass.IN, 30, List.of(strings));
    }

    private static Record txtAt(String owner, String text) {
        return new TXTRecord(name(owner), DClass.IN, 30, text);
    }

    private static Record alias(String owner, String target) {
        return new CNAMERecord(name(owner), DClass.IN, 20, name(target));
    }

    private static Message denial(Message query, int rcode, Record soa) {
        Message answer = rcode(query, rcode);
        answer.addRecord(soa, Section.AUTHORITY);
        return answer;
    }

    private static Message rcode(Message query, int rcode) {
        Message answer = answer(query);
        answer.getHeader().setRcode(rcode);
        return answer;
    }

    private static Message without(int flag, Message answer) {
        answer.getHeader().unsetFlag(flag);
        return answer;
    }

    private static void assertUnavailable(Reason reason, CompletionStage<? extends LookupResult<?>> stage) {
        assertThat(done(stage))
                .isInstanceOfSatisfying(
                        Unavailable.class, result -> assertThat(result.reason()).isEqualTo(reason));
    }

    @SuppressWarnings("unchecked")
    private static <T> Found<T> found(CompletionStage<LookupResult<T>> stage) {
        LookupResult<T> result = done(stage);
        assertThat(result).isInstanceOf(Found.class);
        return (Found<T>) result;
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
    }

    private static List<List<String>> text(Found<List<byte[]>> found) {
        return found.records().stream()
                .map(strings -> strings.stream()
                        .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                        .toList())
                .toList();
    }
}
