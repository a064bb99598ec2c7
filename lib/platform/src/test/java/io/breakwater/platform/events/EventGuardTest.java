package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventCodec.Decoded;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.Refusal;
import io.breakwater.contracts.signature.VerificationKey;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves I2 for agents: each speaks about itself only, by a key that its owner tells, and nothing that it said before counts again. */
class EventGuardTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private int awayFor;
    private final AgentKeys owner = (agentId, keyId) -> {
        if (asked.incrementAndGet() <= awayFor) {
            return Uni.createFrom().failure(new IOException("config-service is away"));
        }
        boolean known = agentId.equals("a1") && keyId.equals(TestEventKeys.agentKeyId());
        return Uni.createFrom()
                .item(known ? Optional.of(VerificationKey.ofPem(TestEventKeys.agentPem())) : Optional.empty());
    };
    private final EventGuard guard = guard();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatAnAgentSignsAboutItselfIsBelieved() {
        assertThat(read(signed("a1", "a1"))).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void anAgentThatItsOwnerDoesNotKnowIsNot() {
        assertThat(refusal(signed("a2", "a2"))).isEqualTo(Refusal.FOREIGN_KEY);
    }

    @Test
    void anAgentCannotSpeakAboutAnother() {
        assertThat(refusal(signed("a1", "a2"))).isEqualTo(Refusal.OTHER_SUBJECT);
    }

    @Test
    void anUnsignedStatusIsNotBelieved() {
        ReceivedEvent event = signed("a1", "a1");
        event.headers().remove(EventSigner.HEADER);
        assertThat(refusal(event)).isEqualTo(Refusal.UNSIGNED);
    }

    @Test
    void whatWasSaidBeforeHasNoEffectAfterSomethingLaterButTheSameMayComeTwice() {
        ReceivedEvent before = signed("a1", "a1");
        ReceivedEvent later = signed("a1", "a1");
        assertThat(read(later)).isInstanceOf(Decoded.Event.class);
        assertThat(read(later)).isInstanceOf(Decoded.Event.class);
        assertThat(refusal(before)).isEqualTo(Refusal.REPEATED);
    }

    @Test
    void whileTheOwnerIsAwayTheEventWaits() {
        awayFor = 3;
        assertThat(read(signed("a1", "a1"))).isInstanceOf(Decoded.Event.class);
        assertThat(asked).hasValue(4);
    }

    private Decoded read(ReceivedEvent event) {
        return guard.read(event, Retry.Decision.always(attempt -> Duration.ofMillis(1)))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private Refusal refusal(ReceivedEvent event) {
        CompletionException failure = catchThrowableOfType(CompletionException.class, () -> read(event));
        return ((EventRefusedException) failure.getCause()).refusal();
    }

    /** @param about whom the payload names */
    private static ReceivedEvent signed(String agentId, String about) {
        Instant now = Instant.now();
        AgentStatus status = new AgentStatus(
                about,
                "7",
                "g",
                AgentKind.APP_CONNECTOR,
                "n",
                "boot",
                now,
                1,
                true,
                "NORMAL",
                "NORMAL",
                null,
                now,
                null,
                null,
                "1",
                now,
                0.1,
                0,
                null,
                null,
                null,
                now,
                null);
        EventEnvelope<AgentStatus> event = EventEnvelope.of("/agents/" + agentId, agentId, now, status);
        Map<String, String> headers = EventCodec.headers(event);
        byte[] value = EventCodec.value(event);
        headers.put(EventSigner.HEADER, TestEventKeys.agent().sign(event.type().topic(), agentId, headers, value));
        Map<String, byte[]> octets = new HashMap<>();
        headers.forEach((name, text) -> octets.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ReceivedEvent(event.type().topic(), agentId, octets, value);
    }

    private EventGuard guard() {
        EventsConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(EventsConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "breakwater.events.source", "/dr-controller",
                                "breakwater.events.signing-key-file",
                                        TestEventKeys.privateKeyFile("dr-controller")
                                                .toString(),
                                "breakwater.events.trust-directory",
                                        TestEventKeys.trustDirectory().toString()),
                        "test",
                        500))
                .build()
                .getConfigMapping(EventsConfig.class);
        EventKeyFiles keys = new EventKeyFiles(vertx, config);
        keys.start(new StartupEvent());
        return new EventGuard(vertx, keys, only(owner), config);
    }

    /** CDI's view of one bean, as far as it is asked. */
    @SuppressWarnings("unchecked")
    private static Instance<AgentKeys> only(AgentKeys bean) {
        return (Instance<AgentKeys>) Proxy.newProxyInstance(
                EventGuardTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> bean;
                    case "isUnsatisfied" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
