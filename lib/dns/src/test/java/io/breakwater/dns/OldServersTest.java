package io.breakwater.dns;

import static io.breakwater.dns.ScriptedServer.answer;
import static io.breakwater.dns.ScriptedServer.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

@DisplayName("Servers that know no EDNS, cut answers, or are slow over TCP")
class OldServersTest {
    private static final String DOMAIN = "dr.example.test";
    private final DnsLookups lookups = DnsLookups.create(
            new DnsLookupSettings(Duration.ofMillis(800), Duration.ofSeconds(5), 200, 50, Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        lookups.close();
    }

    /** How servers say that they do not know EDNS, and who met them. */
    enum Refusal {
        /** https://github.com/zmap/zdns/issues/617 (Microsoft's mail.protection.outlook.com) */
        FORMERR(query -> rcode(answer(query), Rcode.FORMERR)),
        /** https://github.com/wahern/dns/issues/4 */
        FORMERR_WITHOUT_QUESTION(query -> withoutQuestion(rcode(answer(query), Rcode.FORMERR))),
        /** https://github.com/dns-violations/dns-violations/issues/58 */
        FORMERR_WITH_THE_OPT_SENT_BACK(query -> {
            Message answer = rcode(answer(query), Rcode.FORMERR);
            answer.addRecord(query.getOPT(), Section.ADDITIONAL);
            return answer;
        }),
        /** https://github.com/kazu-yamamoto/dns/pull/99 */
        NOTIMP(query -> rcode(answer(query), Rcode.NOTIMP)),
        NOTIMP_WITHOUT_QUESTION(query -> withoutQuestion(rcode(answer(query), Rcode.NOTIMP))),
        /** https://kb.isc.org/docs/aa-00510 */
        BADVERS(query -> {
            Message answer = answer(query);
            answer.addRecord(new OPTRecord(512, Rcode.BADVERS >> 4, 0), Section.ADDITIONAL);
            return answer;
        });

        private final Function<Message, Message> answer;

        Refusal(Function<Message, Message> answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void areAskedAgainWithoutEdns(Refusal refusal) {
        try (ScriptedServer server = ScriptedServer.answering(
                query -> query.getOPT() == null ? answer(query, txt("v=1;b=on")) : refusal.answer.apply(query))) {
            assertThat(look(server.address())).isInstanceOf(Found.class);
            assertThat(server.queries()).isEqualTo(2);
        }
    }

    @Test
    void areAskedAgainWithoutEdnsAndThenOverTcp() {
        try (ScriptedServer server = ScriptedServer.answeringOctets((query, tcp) -> {
            if (query.getOPT() != null) {
                return withoutQuestion(rcode(answer(query), Rcode.FORMERR)).toWire();
            }
            return tcp ? answer(query, txt("v=1;b=on")).toWire() : cut(query, 0);
        })) {
            assertThat(look(server.address())).isInstanceOf(Found.class);
        }
    }

    @Test
    void mayRefuseWithoutRepeatingTheQuestion() {
        try (ScriptedServer server =
                ScriptedServer.answering(query -> withoutQuestion(rcode(answer(query), Rcode.REFUSED)))) {
            assertUnavailable(Reason.REFUSED, server.address());
        }
    }

    @Test
    void areAskedNoThirdTimeWhenTheyNeverUnderstand() {
        try (ScriptedServer server = ScriptedServer.answering(query -> rcode(answer(query), Rcode.FORMERR))) {
            assertUnavailable(Reason.RCODE, server.address());
            assertThat(server.queries()).isEqualTo(2);
        }
    }

    /** https://github.com/rthalley/dnspython/releases/tag/v2.6.1: a cut answer is an answer, also when the cut is within a record. */
    @Test
    void areAskedOverTcpWhenTheyCutWithinARecord() {
        try (ScriptedServer server = ScriptedServer.answeringOctets(
                (query, tcp) -> tcp ? answer(query, txt("v=1;b=on")).toWire() : cut(query, 5))) {
            assertThat(look(server.address())).isInstanceOf(Found.class);
        }
    }

    enum BadTcp {
        EMPTY_MESSAGE(Reason.MALFORMED, new byte[] {0, 0}),
        SHORT_MESSAGE(Reason.MALFORMED, new byte[] {0, 3, 1, 2, 3}),
        CLOSED_AT_ONCE(Reason.NETWORK, new byte[0]),
        CLOSED_IN_THE_MIDDLE(Reason.NETWORK, new byte[] {0, 100, 1, 2}),
        /** Announces 65,535 octets, and sends one now and then. */
        SLOW(Reason.TIMEOUT, new byte[] {-1, -1});

        private final Reason reason;
        private final byte[] octets;

        BadTcp(Reason reason, byte[] octets) {
            this.reason = reason;
            this.octets = octets;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endTheLookUpInTimeWhateverTheySendOverTcp(BadTcp bad) throws IOException {
        try (NoisyServer udp = new NoisyServer(false, query -> List.of(cut(query, 0)), query -> null);
                ServerSocket tcp = new ServerSocket(udp.address().port(), 5, InetAddress.getByName("127.0.0.1"))) {
            daemon(() -> serve(tcp, bad));
            long start = System.nanoTime();

            assertUnavailable(bad.reason, udp.address());

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
        }
    }

    private static void serve(ServerSocket tcp, BadTcp bad) {
        try (Socket socket = tcp.accept()) {
            socket.getInputStream().readNBytes(20);
            OutputStream out = socket.getOutputStream();
            out.write(bad.octets);
            for (int i = 0; bad == BadTcp.SLOW && i < 100; i++) {
                out.write(1);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } catch (IOException e) {
            assertThat(tcp.isClosed() || bad == BadTcp.SLOW).isTrue();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "bad-tcp");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] cut(Message query, int missing) {
        Message answer = answer(query, txt("v=1;b=off"));
        answer.getHeader().setFlag(Flags.TC);
        byte[] wire = answer.toWire();
        return Arrays.copyOf(wire, wire.length - missing);
    }

    private static TXTRecord txt(String text) {
        return new TXTRecord(name("dr.example.test."), DClass.IN, 30, text);
    }

    private static Message rcode(Message answer, int rcode) {
        answer.getHeader().setRcode(rcode);
        return answer;
    }

    private static Message withoutQuestion(Message answer) {
        answer.removeAllRecords(Section.QUESTION);
        return answer;
    }

    private LookupResult<List<byte[]>> look(ServerAddress server) {
        return lookups.txt(DOMAIN, server, Asking.AUTHORITY)
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private void assertUnavailable(Reason reason, ServerAddress server) {
        assertThat(look(server))
                .isInstanceOfSatisfying(
                        Unavailable.class, result -> assertThat(result.reason()).isEqualTo(reason));
    }
}
