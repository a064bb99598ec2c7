package io.breakwater.watcher.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.breakwater.watcher.notify.NotifyMessages.Reading;
import io.breakwater.watcher.notify.NotifyMessages.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

@DisplayName("What comes to the NOTIFY port")
class NotifyMessagesTest {
    private static final byte[] SECRET = "a secret of thirty-two octets !!".getBytes();
    private static final Name KEY_NAME = Name.fromConstantString("notify-key.");
    private static final TsigKeys NO_KEYS = TsigKeys.of(Map.of());
    private static final TsigKeys KEYS = TsigKeys.of(
            Map.of("Notify-Key", "hmac-sha256:" + Base64.getEncoder().encodeToString(SECRET) + "\n"));

    @Test
    void withoutKeysAnUnsignedNotifyIsFollowed() {
        Reading reading =
                new NotifyMessages(NO_KEYS).read(notification("Example.TEST.").toWire());

        assertThat(reading).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> {
            assertThat(accepted.zone()).isEqualTo("example.test");
            Message reply = parse(NotifyMessages.acknowledge(accepted));
            assertThat(reply.getHeader().getFlag(Flags.QR)).isTrue();
            assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
            assertThat(reply.getHeader().getOpcode()).isEqualTo(Opcode.NOTIFY);
            assertThat(reply.getHeader().getID()).isEqualTo(4711);
            assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(reply.getQuestion().getName()).isEqualTo(Name.fromConstantString("example.test."));
        });
    }

    @Test
    void aSignedNotifyIsAnsweredWithASignature() {
        TSIG key = key(SECRET);
        Message notify = notification("example.test.");
        notify.setTSIG(key);
        byte[] wire = notify.toWire(4096);

        Reading.Accepted accepted = (Reading.Accepted) new NotifyMessages(KEYS).read(wire);

        byte[] reply = NotifyMessages.acknowledge(accepted);
        assertThat(key.verify(parse(reply), reply, parse(wire).getTSIG())).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void withKeysAnUnsignedNotifyIsRefused() {
        assertRefused(KEYS, notification("example.test."), Reason.UNSIGNED, Rcode.REFUSED);
    }

    @Test
    void aWrongSecretIsRefused() {
        Message notify = notification("example.test.");
        notify.setTSIG(key("another secret of 32 octets !!!!".getBytes()));

        Message reply = assertRefused(KEYS, notify, Reason.BAD_SIGNATURE, Rcode.NOTAUTH);

        assertThat(reply.getTSIG().getError()).isEqualTo(Rcode.BADSIG);
        assertThat(reply.getTSIG().getSignature()).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Message notify = notification("example.test.");
        notify.setTSIG(new TSIG(TSIG.HMAC_SHA256, Name.fromConstantString("other."), SECRET));

        assertThat(assertRefused(KEYS, notify, Reason.UNKNOWN_KEY, Rcode.NOTAUTH)
                        .getTSIG()
                        .getError())
                .isEqualTo(Rcode.BADKEY);
    }

    @Test
    void aSignatureOfAnotherTimeIsAnsweredSignedWithTheServersTime() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        TSIG ofYesterday = new TSIG(
                TSIG.HMAC_SHA256,
                KEY_NAME,
                new SecretKeySpec(SECRET, "HmacSHA256"),
                Clock.fixed(yesterday, ZoneOffset.UTC));
        Message notify = notification("example.test.");
        notify.setTSIG(ofYesterday);
        byte[] wire = notify.toWire(4096);

        Reading.Refused refused = (Reading.Refused) new NotifyMessages(KEYS).read(wire);

        assertThat(refused.reason()).isEqualTo(Reason.BAD_TIME);
        Message reply = parse(refused.reply());
        assertThat(reply.getHeader().getRcode()).isEqualTo(Rcode.NOTAUTH);
        TSIGRecord signature = reply.getTSIG();
        assertThat(signature.getError()).isEqualTo(Rcode.BADTIME);
        assertThat(signature.getTimeSigned()).as("the client's time").isEqualTo(yesterday);
        assertThat(signature.getOther()).hasSize(6);
        long server = new BigInteger(1, signature.getOther()).longValue();
        assertThat(server).as("the server's time").isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(ofYesterday.verify(reply, refused.reply(), parse(wire).getTSIG()))
                .as("signed, so that the client may set its clock by it")
                .isEqualTo(Rcode.NOERROR);
    }

    @Test
    void aKeyWithAnotherAlgorithmIsAnotherKey() {
        Message notify = notification("example.test.");
        notify.setTSIG(new TSIG(TSIG.HMAC_SHA512, KEY_NAME, SECRET));

        assertThat(assertRefused(KEYS, notify, Reason.UNKNOWN_KEY, Rcode.NOTAUTH)
                        .getTSIG()
                        .getError())
                .isEqualTo(Rcode.BADKEY);
    }

    @Test
    void anotherVersionOfEdnsIsNamedWithOurs() {
        Message notify = notification("example.test.");
        notify.addRecord(new OPTRecord(4096, 0, 1), Section.ADDITIONAL);

        Reading.Refused refused = (Reading.Refused) new NotifyMessages(NO_KEYS).read(notify.toWire(4096));

        assertThat(refused.reason()).isEqualTo(Reason.BAD_VERSION);
        Message reply = parse(refused.reply());
        assertThat(reply.getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(reply.getOPT().getVersion()).isZero();
    }

    @Test
    void whatHasAnOptRecordGetsOne() {
        Message notify = notification("example.test.");
        notify.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        byte[] one = notify.toWire(4096);
        byte[] two = Arrays.copyOf(one, one.length + 11);
        System.arraycopy(one, one.length - 11, two, one.length, 11);
        two[11] = 2;

        Reading.Accepted accepted = (Reading.Accepted) new NotifyMessages(NO_KEYS).read(one);

        assertThat(parse(NotifyMessages.acknowledge(accepted)).getOPT()).isNotNull();
        assertThat(reply(two)[3] & 0xF).as("two of them").isEqualTo(Rcode.FORMERR);
    }

    @Test
    void whatCannotBeReadIsAFormatErrorAsLongAsItHasAHeader() {
        byte[] wire = notification("example.test.").toWire();
        byte[] cut = Arrays.copyOf(wire, wire.length - 3);
        byte[] unknown = Arrays.copyOf(wire, wire.length - 3);
        unknown[2] = (byte) (15 << 3);

        assertThat(reply(cut)).hasSize(12).startsWith(wire[0], wire[1]);
        assertThat(reply(cut)[3] & 0xF).isEqualTo(Rcode.FORMERR);
        assertThat(reply(unknown)[3] & 0xF).isEqualTo(Rcode.NOTIMP);
        assertThat(reply(Arrays.copyOf(wire, 11))).isNull();
        assertThat(reply(new byte[5000])).as("larger than any NOTIFY").isNull();
    }

    @Test
    @DisplayName("No reply is much longer than its request, so that nobody's traffic grows here (I9)")
    void noReplyAmplifies() {
        Random random = new Random(11);
        Message signed = notification("example.test.");
        signed.setTSIG(key(SECRET));
        byte[] good = signed.toWire(4096);
        for (int i = 0; i < 5_000; i++) {
            byte[] octets = good.clone();
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));

            byte[] reply = new NotifyMessages(KEYS).read(octets) instanceof Reading.Refused refused
                    ? refused.reply()
                    : new byte[0];

            assertThat(reply == null ? 0 : reply.length).isLessThanOrEqualTo(good.length + 20);
        }
    }

    @Test
    void anotherOperationIsNotImplemented() {
        Message query = Message.newQuery(soa("example.test."));

        assertRefused(NO_KEYS, query, Reason.NOT_NOTIFY, Rcode.NOTIMP);
    }

    @Test
    void aNotifyForNoZoneIsAFormatError() {
        Message none = notification("example.test.");
        none.removeAllRecords(Section.QUESTION);
        Message notSoa = notification("example.test.");
        notSoa.removeAllRecords(Section.QUESTION);
        notSoa.addRecord(Record.newRecord(Name.root, Type.TXT, DClass.IN), Section.QUESTION);

        assertRefused(NO_KEYS, none, Reason.BAD_QUESTION, Rcode.FORMERR);
        assertRefused(NO_KEYS, notSoa, Reason.BAD_QUESTION, Rcode.FORMERR);
    }

    @Test
    void anAnswerGetsNoReplySoThatNoLoopCanArise() {
        Message answer = notification("example.test.");
        answer.getHeader().setFlag(Flags.QR);

        assertThat(new NotifyMessages(NO_KEYS).read(answer.toWire()))
                .isEqualTo(new Reading.Refused(Reason.NOT_A_REQUEST, null));
    }

    @Test
    void anyOctetsGiveAReadingAndNeverAnException() {
        Random random = new Random(42);
        NotifyMessages messages = new NotifyMessages(KEYS);
        Message signed = notification("example.test.");
        signed.setTSIG(key(SECRET));
        byte[] good = signed.toWire(4096);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets;
            if (i % 2 == 0) {
                octets = new byte[random.nextInt(200)];
                random.nextBytes(octets);
            } else {
                octets = good.clone();
                octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            }

            Reading reading = messages.read(octets);

            // the message id and the case of the key's name are not signed
            assertThat(reading instanceof Reading.Refused
                            || reading instanceof Reading.Accepted accepted
                                    && accepted.zone().equals("example.test"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hmac-sha256", "hmac-md5:AAAA", "hmac-sha256:!!!", "hmac-sha256:", "AAAA"})
    void aKeySettingThatCannotBeReadIsNamedWithoutItsValue(String value) {
        assertThatThrownBy(() -> TsigKeys.of(Map.of("my-key", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'my-key'");
    }

    private static Message assertRefused(TsigKeys keys, Message message, Reason reason, int rcode) {
        Reading reading = new NotifyMessages(keys).read(message.toWire(4096));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        Message reply = parse(((Reading.Refused) reading).reply());
        assertThat(reply.getHeader().getRcode()).isEqualTo(rcode);
        assertThat(reply.getHeader().getID()).isEqualTo(message.getHeader().getID());
        return reply;
    }

    private static byte[] reply(byte[] octets) {
        return ((Reading.Refused) new NotifyMessages(NO_KEYS).read(octets)).reply();
    }

    private static TSIG key(byte[] secret) {
        return new TSIG(TSIG.HMAC_SHA256, KEY_NAME, secret);
    }

    private static Message notification(String zone) {
        Message notify = new Message(4711);
        notify.getHeader().setOpcode(Opcode.NOTIFY);
        notify.getHeader().setFlag(Flags.AA);
        notify.addRecord(soa(zone), Section.QUESTION);
        return notify;
    }

    private static Record soa(String zone) {
        return Record.newRecord(Name.fromConstantString(zone), Type.SOA, DClass.IN);
    }

    private static Message parse(byte[] octets) {
        try {
            return new Message(octets);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
