package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

@DisplayName("Signatures that are not good are answered as RFC 8945 says, by ours and by BIND")
class SignaturesIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void ofAnUnknownKeyAreBadKeyUnsigned(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            assertUnsigned(
                    Rcode.BADKEY, exchange(peer, TsigKey.generate("another-key").tsig()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAnotherAlgorithmAreBadKeyUnsigned(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            TsigKey other =
                    new TsigKey(peer.key().name(), "hmac-sha512", peer.key().secret());

            assertUnsigned(Rcode.BADKEY, exchange(peer, other.tsig()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAnotherSecretAreBadSigUnsigned(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            assertUnsigned(
                    Rcode.BADSIG,
                    exchange(peer, TsigKey.generate(peer.key().name()).tsig()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAnotherTimeAreBadTimeSignedWithTheServersTime(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
            TSIG late = new TSIG(
                    TSIG.HMAC_SHA256,
                    Name.fromString(peer.key().name() + "."),
                    secret(peer),
                    Clock.fixed(hourAgo, ZoneOffset.UTC));

            Exchange exchange = exchange(peer, late);

            assertThat(exchange.response().getRcode()).isEqualTo(Rcode.NOTAUTH);
            TSIGRecord signature = exchange.response().getTSIG();
            assertThat(signature.getError()).isEqualTo(Rcode.BADTIME);
            assertThat(signature.getTimeSigned()).isEqualTo(Instant.ofEpochSecond(hourAgo.getEpochSecond()));
            assertThat(serversTime(signature))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(late.verify(exchange.response(), exchange.wire(), exchange.signature()))
                    .as("signed")
                    .isEqualTo(Rcode.NOERROR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thatAreCutAreBadTruncSigned(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Exchange exchange = exchange(peer, cut(peer, 20));

            assertThat(exchange.response().getRcode()).isEqualTo(Rcode.NOTAUTH);
            assertThat(exchange.response().getTSIG().getError()).isEqualTo(Rcode.BADTRUNC);
            assertThat(exchange.response().getTSIG().getSignature()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void thatAreCutTooShortAreNoMessage(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            assertThat(exchange(peer, cut(peer, 9)).response().getRcode()).isEqualTo(Rcode.FORMERR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNeededForUpdatesAndTransfers(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Message transfer =
                    Message.newQuery(Record.newRecord(Name.fromString(Peer.ORIGIN + "."), Type.AXFR, DClass.IN));

            assertThat(new Transcript(peer).resolver().send(update()).getRcode())
                    .isEqualTo(Rcode.REFUSED);
            assertThat(new Message(Wire.overTcp(peer.address(), transfer.toWire())).getRcode())
                    .isEqualTo(Rcode.REFUSED);
        }
    }

    private record Exchange(TSIGRecord signature, Message response, byte[] wire) {}

    private static Exchange exchange(Peer peer, TSIG key) throws IOException {
        Message update = update();
        key.apply(update, null);
        return exchange(peer, update);
    }

    private static Exchange exchange(Peer peer, Message update) throws IOException {
        byte[] wire = Wire.overUdp(peer.address(), update.toWire());
        return new Exchange(update.getTSIG(), new Message(wire), wire);
    }

    private static Message cut(Peer peer, int length) throws IOException {
        Message update = update();
        peer.key().tsig().apply(update, null);
        TSIGRecord whole = update.getTSIG();
        update.removeRecord(whole, Section.ADDITIONAL);
        update.addRecord(
                new TSIGRecord(
                        whole.getName(),
                        DClass.ANY,
                        0,
                        whole.getAlgorithm(),
                        whole.getTimeSigned(),
                        whole.getFudge(),
                        Arrays.copyOf(whole.getSignature(), length),
                        whole.getOriginalID(),
                        0,
                        null),
                Section.ADDITIONAL);
        return update;
    }

    private static Message update() throws IOException {
        Name origin = Name.fromString(Peer.ORIGIN + ".");
        Message update = Message.newUpdate(origin);
        update.addRecord(
                Record.fromString(Name.fromString("signed", origin), Type.TXT, DClass.IN, 30, "x", origin),
                Section.UPDATE);
        return update;
    }

    private static SecretKey secret(Peer peer) {
        return new SecretKeySpec(Base64.getDecoder().decode(peer.key().secret()), "HmacSHA256");
    }

    private static Instant serversTime(TSIGRecord signature) {
        long seconds = 0;
        for (byte octet : signature.getOther()) {
            seconds = seconds << 8 | octet & 0xFF;
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static void assertUnsigned(int error, Exchange exchange) {
        assertThat(exchange.response().getRcode()).isEqualTo(Rcode.NOTAUTH);
        assertThat(exchange.response().getTSIG().getError()).isEqualTo(error);
        assertThat(exchange.response().getTSIG().getSignature()).isEmpty();
    }
}
