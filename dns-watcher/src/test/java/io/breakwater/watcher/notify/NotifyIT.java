package io.breakwater.watcher.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.Topics;
import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.testsupport.dns.BindServer;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.tokens.TokenResource;
import io.breakwater.watcher.LongPolls;
import io.breakwater.watcher.Server;
import io.breakwater.watcher.TestTenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@TestProfile(LongPolls.class)
@DisplayName("NOTIFY of real servers: change → event")
class NotifyIT {
    private static final Logger LOG = Logger.getLogger(NotifyIT.class);

    @Inject
    NotifyListener listener;

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @EnumSource
    void eachChangeBecomesAnEventAtOnce(Server kind) {
        int changes = kind == Server.BIND ? 20 : 5;
        long[] millis = new long[changes];
        long[] seenMillis = new long[changes];
        try (DnsServer server = kind.start(Optional.of(target(LongPolls.KEY)));
                KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());
            for (int i = 0; i < changes; i++) {
                await().pollDelay(Duration.ofMillis(150)).until(() -> true); // no faster than a server may be asked
                List<List<String>> records = tenant.signed(i % 2 == 0 ? "on" : "off", i - 1000, 1000);
                Instant changed = Instant.now();
                long start = System.nanoTime();
                server.client().replaceTxt(Server.DOMAIN, 30, records);
                DrObserved seen = tenant.awaitObserved(bus, "APPLY", records);
                millis[i] = (System.nanoTime() - start) / 1_000_000;
                seenMillis[i] = Duration.between(changed, seen.seenAt()).toMillis();

                assertThat(seen.trigger()).isEqualTo("NOTIFY");
                assertThat(seen.verdict().mode()).isEqualTo(i % 2 == 0 ? "ACTIVE" : "NORMAL");
            }
            assertThat(tenant.observed(bus)).hasSize(changes + 1);
        }
        Arrays.sort(millis);
        Arrays.sort(seenMillis);
        LOG.infof(
                "%s with NOTIFY, %d changes: to the answer p50 %d ms, max %d ms; to the event p50 %d ms, max %d ms",
                kind,
                changes,
                seenMillis[changes / 2],
                seenMillis[changes - 1],
                millis[changes / 2],
                millis[changes - 1]);
        assertThat(accepted("tcp") + accepted("udp")).isPositive();
    }

    @Test
    void aSecondaryThatGetsTheChangeLaterIsAskedAgain() {
        try (DnsServer primary = Server.BIND.start(Optional.of(target(LongPolls.KEY)));
                DnsServer secondary = Server.KNOT.start(Optional.empty());
                KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, secondary.address());
            tenant.awaitObserved(bus, "NONE", List.of());
            List<List<String>> records = tenant.signed("on", -10, 1000);
            double before = accepted("udp") + accepted("tcp");

            primary.client().replaceTxt("serial." + Server.ZONE, 30, List.of(List.of("changed")));
            await().pollInterval(Duration.ofMillis(5)).until(() -> accepted("udp") + accepted("tcp") > before);
            secondary.client().replaceTxt(Server.DOMAIN, 30, records);

            assertThat(tenant.awaitObserved(bus, "APPLY", records).trigger()).isEqualTo("NOTIFY");
        }
    }

    @Test
    void aNotifyWithAWrongKeyIsRefusedAndCountedAndNothingIsLookedAt() {
        TsigKey wrong = new TsigKey(
                LongPolls.KEY.name(),
                LongPolls.KEY.algorithm(),
                TsigKey.generate("x").secret());
        double before = refused("bad_signature");
        try (DnsServer server = Server.BIND.start(Optional.of(target(wrong)));
                KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());

            server.client().replaceTxt(Server.DOMAIN, 30, tenant.signed("on", -1, 1000));
            await().until(() -> refused("bad_signature") > before);

            assertThat(tenant.observed(bus)).hasSize(1);
        }
    }

    @Test
    void garbageIsCountedAndServiceGoesOn() throws IOException {
        double before = refused("malformed");
        Random random = new Random(7);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket udp = new DatagramSocket()) {
            for (int i = 0; i < 200; i++) {
                byte[] octets = new byte[random.nextInt(600)];
                random.nextBytes(octets);
                udp.send(new DatagramPacket(octets, octets.length, loopback, listener.port()));
            }
        }
        try (Socket tcp = new Socket(loopback, listener.port())) {
            tcp.setSoTimeout(5_000);
            tcp.getOutputStream().write(new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3});

            assertThat(tcp.getInputStream().read()).as("closed").isEqualTo(-1);
        }
        try (Socket tcp = new Socket(loopback, listener.port())) {
            tcp.setSoTimeout(5_000);
            tcp.getOutputStream().write(new byte[] {0, 3, 9, 9, 9});

            assertThat(tcp.getInputStream().read()).as("closed").isEqualTo(-1);
        }
        await().untilAsserted(() -> assertThat(refused("malformed")).isGreaterThan(before + 2));
        eachChangeBecomesAnEventAtOnce(Server.BIND);
    }

    @Test
    void aNotifyForAForeignZoneIsNotOurs() throws IOException {
        try (DnsServer other = BindServer.start("foreign.test", Optional.of(target(LongPolls.KEY)))) {
            double before = refused("unknown_zone");
            other.client().replaceTxt("x.foreign.test", 30, List.of(List.of("x")));

            await().until(() -> refused("unknown_zone") > before);
        }
    }

    @Test
    void repliesOverTcpBehindALength() throws IOException {
        byte[] unsigned = new byte[] {
            0, 30, 0x12, 0x34, 0x20, 0, 0, 1, 0, 0, 0, 0, 0, 0, 7, 'e', 'x', 'a', 'm', 'p', 'l', 'e', 4, 't', 'e', 's',
            't', 0, 0, 6, 0, 1
        };
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            tcp.setSoTimeout(5_000);
            tcp.getOutputStream().write(Arrays.copyOf(unsigned, 10));
            tcp.getOutputStream().flush();
            tcp.getOutputStream().write(unsigned, 10, unsigned.length - 10);
            DataInputStream in = new DataInputStream(tcp.getInputStream());
            byte[] reply = in.readNBytes(in.readUnsignedShort());

            assertThat(reply).startsWith(0x12, 0x34);
            assertThat(reply[3] & 0x0F).as("REFUSED").isEqualTo(5);
        }
    }

    private NotifyTarget target(TsigKey key) {
        return NotifyTarget.of("127.0.0.1", listener.port(), key);
    }

    private double refused(String reason) {
        return count("refused", reason, "tcp") + count("refused", reason, "udp");
    }

    private double accepted(String transport) {
        return count("accepted", "none", transport);
    }

    private double count(String result, String reason, String transport) {
        Counter counter = meters.find("breakwater.watcher.notify")
                .tag("result", result)
                .tag("reason", reason)
                .tag("transport", transport)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
