package io.breakwater.contracts.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Producer;
import io.breakwater.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what its producer signed is believed (I2). */
class EventSignatureTest {
    private static final KeyPair WATCHER = Keys.ed25519();
    private static final KeyPair CONTROLLER = Keys.ed25519();
    private static final KeyPair AGENT = Keys.ec("secp256r1");
    private static final byte[] VALUE = "{\"customerId\":\"7\"}".getBytes(StandardCharsets.UTF_8);
    private static final EventVerifier VERIFIER = new EventVerifier(ProducerKeys.of(List.of(
            new EventKey("dns-watcher", Keys.publicPem(WATCHER)),
            new EventKey("dr-controller", Keys.publicPem(CONTROLLER)))));

    private final EventSigner watcher = new ServiceSigner(Keys.privatePem(WATCHER));
    private final EventSigner controller = new ServiceSigner(Keys.privatePem(CONTROLLER));

    @Test
    void whatTheProducerSignedIsBelieved() {
        assertThatCode(() -> VERIFIER.verify(observed(watcher, VALUE))).doesNotThrowAnyException();
    }

    @Test
    void theSignatureIsADetachedJwsThatTheJdkVerifiesToo() throws GeneralSecurityException {
        ReceivedEvent event = observed(watcher, VALUE);
        String[] parts = event.text(EventSigner.HEADER).split("\\.");
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        assertThat(header).contains("\"alg\":\"EdDSA\"", "\"b64\":false", "\"crit\":[\"b64\"]");
        assertThat(parts[1]).isEmpty();
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(WATCHER.getPublic());
        jdk.update(SigningInput.of(parts[0], event.topic(), event.key(), event.headers()::get, event.value()));
        assertThat(jdk.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void anUnsignedEventIsRefusedAndSoIsAnUnsignedTombstone() {
        Map<String, byte[]> headers = headers("/dns-watcher", EventType.DR_OBSERVED);
        assertThat(refusal(new ReceivedEvent(Topics.DR_OBSERVED, "7", headers, VALUE)))
                .isEqualTo(Refusal.UNSIGNED);
        assertThat(refusal(new ReceivedEvent(Topics.DR_OBSERVED, "7", headers, null)))
                .isEqualTo(Refusal.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_type"})
    void anAlteredHeaderIsRefused(String name) {
        ReceivedEvent event = observed(watcher, VALUE);
        event.headers().put(name, "other".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(event)).isEqualTo(Refusal.ALTERED);
        event.headers().remove(name);
        assertThat(refusal(event)).isEqualTo(Refusal.ALTERED);
    }

    @Test
    void anAlteredValueKeyOrTopicIsRefused() {
        ReceivedEvent event = observed(watcher, VALUE);
        byte[] other = VALUE.clone();
        other[other.length - 3] ^= 1;
        assertThat(refusal(new ReceivedEvent(event.topic(), "7", event.headers(), other)))
                .isEqualTo(Refusal.ALTERED);
        assertThat(refusal(new ReceivedEvent(event.topic(), "7", event.headers(), null)))
                .isEqualTo(Refusal.ALTERED);
        event.headers().remove("ce_subject");
        assertThat(refusal(new ReceivedEvent(event.topic(), "8", event.headers(), VALUE)))
                .isEqualTo(Refusal.ALTERED);
        assertThat(refusal(new ReceivedEvent(Topics.DR_STATE, "7", event.headers(), VALUE)))
                .isEqualTo(Refusal.FOREIGN_PRODUCER);
    }

    @Test
    void aSignedTombstoneIsBelievedAndCannotBecomeAnEmptyValue() {
        ReceivedEvent event =
                signed(watcher, Topics.DR_OBSERVED, "7", headers("/dns-watcher", EventType.DR_OBSERVED), null);
        assertThatCode(() -> VERIFIER.verify(event)).doesNotThrowAnyException();
        assertThat(refusal(new ReceivedEvent(event.topic(), "7", event.headers(), new byte[0])))
                .isEqualTo(Refusal.ALTERED);
    }

    @Test
    void aProducerSpeaksOnItsOwnTopicOnly() {
        ReceivedEvent state = signed(watcher, Topics.DR_STATE, "7", headers("/dns-watcher", EventType.DR_STATE), VALUE);
        assertThat(refusal(state)).isEqualTo(Refusal.FOREIGN_PRODUCER);
        ReceivedEvent inItsName =
                signed(watcher, Topics.DR_STATE, "7", headers("/dr-controller", EventType.DR_STATE), VALUE);
        assertThat(refusal(inItsName)).isEqualTo(Refusal.FOREIGN_KEY);
        ReceivedEvent otherType =
                signed(watcher, Topics.DR_OBSERVED, "7", headers("/dns-watcher", EventType.DR_STATE), VALUE);
        assertThat(refusal(otherType)).isEqualTo(Refusal.FOREIGN_TYPE);
        ReceivedEvent otherTopic =
                signed(controller, "somewhere", "7", headers("/dr-controller", EventType.DR_STATE), VALUE);
        assertThat(refusal(otherTopic)).isEqualTo(Refusal.FOREIGN_TOPIC);
    }

    @Test
    void aSubjectThatIsNotTheKeyIsRefused() {
        ReceivedEvent event = observed(watcher, VALUE);
        event.headers().put("ce_subject", "8".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(event)).isEqualTo(Refusal.OTHER_SUBJECT);
    }

    @Test
    void aServiceCannotSignWithAnAgentsKindOfKey() {
        AgentSigner agent = new AgentSigner(AGENT.getPrivate(), AGENT.getPublic(), () -> 1);
        assertThat(refusal(observed(agent, VALUE))).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void anAgentSpeaksAboutItselfWithAGrowingCounter() throws EventRefusedException {
        GrowingCounter counter = new GrowingCounter(Clock.fixed(Instant.ofEpochMilli(1000), ZoneOffset.UTC));
        AgentSigner agent = new AgentSigner(AGENT.getPrivate(), AGENT.getPublic(), counter);
        VerificationKey key = VerificationKey.ofPem(Keys.publicPem(AGENT));
        Claim first = Claim.of(status(agent, "a1", "a1"));
        first.verify(key);
        Claim second = Claim.of(status(agent, "a1", "a1"));
        second.verify(key);
        assertThat(first.counter()).isEqualTo(1000);
        assertThat(second.counter()).isEqualTo(1001);
        assertThat(first.agentId()).isEqualTo("a1");
        assertThat(refusal(status(agent, "a1", "a2"))).isEqualTo(Refusal.FOREIGN_PRODUCER);
        Claim byAnother = Claim.of(status(agent, "a3", "a3"));
        assertThat(catchThrowableOfType(
                                EventRefusedException.class,
                                () -> byAnother.verify(VerificationKey.ofPem(Keys.publicPem(Keys.ec("secp256r1")))))
                        .refusal())
                .isEqualTo(Refusal.FOREIGN_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "a.b.c",
                "e30..AAAA",
                "not base64..not base64",
                "eyJhbGciOiJub25lIiwiYjY0IjpmYWxzZSwiY3JpdCI6WyJiNjQiXX0..AAAA"
            })
    void whatIsNoSignatureIsRefusedAndNeverThrows(String text) {
        ReceivedEvent event = observed(watcher, VALUE);
        event.headers().put(EventSigner.HEADER, text.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(event)).isEqualTo(Refusal.MALFORMED);
        event.headers().put(EventSigner.HEADER, "x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(event)).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void theProtectedHeaderSaysWhatWeWriteAndNothingElse() {
        String id = "0".repeat(64);
        assertThat(header("{'alg':'EdDSA','kid':'" + id + "','b64':false,'crit':['b64']}"))
                .isTrue();
        assertThat(header("{'alg':'EdDSA','kid':'" + id + "','b64':true,'crit':['b64']}"))
                .isFalse();
        assertThat(header("{'alg':'EdDSA','kid':'" + id + "'}")).isFalse();
        assertThat(header("{'alg':'EdDSA','kid':'" + id + "','b64':false,'crit':['b64','exp']}"))
                .isFalse();
        assertThat(header("{'alg':'none','kid':'" + id + "','b64':false,'crit':['b64']}"))
                .isFalse();
        assertThat(header("{'alg':'EdDSA','alg':'ES256','kid':'" + id + "','b64':false,'crit':['b64']}"))
                .isFalse();
        assertThat(header("{'alg':'ES256','kid':'" + id + "','b64':false,'crit':['b64'],'ctr':-1}"))
                .isFalse();
        assertThat(header("{'alg':'ES256','kid':'" + id + "','b64':false,'crit':['b64'],'ctr':99999999999999999999}"))
                .isFalse();
        assertThat(header("{'alg':'ES256','kid':'" + id + "','b64':false,'crit':['b64'],'ctr':'7'}"))
                .isFalse();
        assertThat(header("[".repeat(500))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasOneProducerAndItsTopicTheSame(EventType type) {
        assertThat(EventType.producerOn(type.topic())).contains(type.producer());
    }

    @Test
    void agentsSpeakOnOneTopicOnly() {
        assertThat(EventType.values())
                .filteredOn(type -> type.producer() == Producer.AGENT)
                .containsExactly(EventType.AGENT_STATUS);
    }

    private static boolean header(String json) {
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        try {
            return JwsHeader.parse(encoded) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Refusal refusal(ReceivedEvent event) {
        EventRefusedException refused = catchThrowableOfType(EventRefusedException.class, () -> VERIFIER.verify(event));
        return refused == null ? null : refused.refusal();
    }

    private static ReceivedEvent observed(EventSigner signer, byte[] value) {
        return signed(signer, Topics.DR_OBSERVED, "7", headers("/dns-watcher", EventType.DR_OBSERVED), value);
    }

    private static ReceivedEvent status(EventSigner signer, String source, String key) {
        return signed(signer, Topics.AGENT_STATUS, key, headers("/agents/" + source, EventType.AGENT_STATUS), VALUE);
    }

    private static ReceivedEvent signed(
            EventSigner signer, String topic, String key, Map<String, byte[]> headers, byte[] value) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach((name, octets) -> texts.put(name, new String(octets, StandardCharsets.UTF_8)));
        Map<String, byte[]> all = new HashMap<>(headers);
        all.put(EventSigner.HEADER, signer.sign(topic, key, texts, value).getBytes(StandardCharsets.UTF_8));
        return new ReceivedEvent(topic, key, all, value);
    }

    private static Map<String, byte[]> headers(String source, EventType type) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        Map.of("ce_id", "1", "ce_type", type.wireName(), "ce_source", source, "ce_time", "2026-12-01T10:00:00Z")
                .forEach((name, text) -> headers.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
