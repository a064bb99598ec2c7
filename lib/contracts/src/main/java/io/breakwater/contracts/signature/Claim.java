package io.breakwater.contracts.signature;

import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Producer;
import java.util.Optional;

/**
 * Who an event says it is from, after all was checked that needs no key: that there is a signature, and that this producer may speak on
 * this topic, agents only about themselves.
 */
public final class Claim {
    private final ReceivedEvent event;
    private final Producer producer;
    private final DetachedJws jws;

    private Claim(ReceivedEvent event, Producer producer, DetachedJws jws) {
        this.event = event;
        this.producer = producer;
        this.jws = jws;
    }

    public static Claim of(ReceivedEvent event) throws EventRefusedException {
        Producer producer = EventType.producerOn(event.topic()).orElseThrow(() -> refused(Refusal.FOREIGN_TOPIC));
        byte[] signature = event.headers().get(EventSigner.HEADER);
        if (signature == null) {
            throw refused(Refusal.UNSIGNED);
        }
        String source = event.text("ce_source");
        if (source == null || event.key() == null || !producer.maySay(source, event.key())) {
            throw refused(Refusal.FOREIGN_PRODUCER);
        }
        if (!isOfTopic(event)) {
            throw refused(Refusal.FOREIGN_TYPE);
        }
        String subject = event.text("ce_subject");
        if (subject != null && !subject.equals(event.key())) {
            throw refused(Refusal.OTHER_SUBJECT);
        }
        return new Claim(event, producer, read(signature, producer));
    }

    /** Types of later versions are of any topic: they have no effect. */
    private static boolean isOfTopic(ReceivedEvent event) {
        Optional<EventType> type = Optional.ofNullable(event.text("ce_type")).flatMap(EventType::ofWireName);
        return type.isEmpty() || type.get().topic().equals(event.topic());
    }

    private static DetachedJws read(byte[] signature, Producer producer) throws EventRefusedException {
        try {
            DetachedJws jws = DetachedJws.parse(signature);
            boolean fits = producer.isAgent()
                    ? jws.header().algorithm().equals("ES256") && jws.header().counter() != null
                    : jws.header().algorithm().equals("EdDSA");
            if (fits) {
                return jws;
            }
        } catch (IllegalArgumentException e) {
            throw refused(Refusal.MALFORMED);
        }
        throw refused(Refusal.MALFORMED);
    }

    public Producer producer() {
        return producer;
    }

    /** The agent that says to have signed; only when the producer is one. */
    public String agentId() {
        return event.key();
    }

    /** Of the key that says to have signed. */
    public String keyId() {
        return jws.header().keyId();
    }

    /** Of an agent's events; 0 for services. */
    public long counter() {
        return jws.header().counter() == null ? 0 : jws.header().counter();
    }

    /** @param key one that belongs to the producer, found by {@link #keyId} */
    public void verify(VerificationKey key) throws EventRefusedException {
        if (!key.keyId().equals(keyId()) || !key.algorithm().equals(jws.header().algorithm())) {
            throw refused(Refusal.FOREIGN_KEY);
        }
        byte[] input =
                SigningInput.of(jws.protectedPart(), event.topic(), event.key(), event.headers()::get, event.value());
        if (!key.verifies(input, jws.signature())) {
            throw refused(Refusal.ALTERED);
        }
    }

    private static EventRefusedException refused(Refusal refusal) {
        return new EventRefusedException(refusal);
    }
}
