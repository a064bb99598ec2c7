package io.breakwater.contracts.signature;

import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.Producer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public keys of services. Two of one producer may be valid at a time. */
@FunctionalInterface
public interface ProducerKeys {
    Optional<VerificationKey> find(Producer producer, String keyId);

    /** A fixed set, as agents get them with their enrolment and with each index; what is no key is left out. */
    static ProducerKeys of(List<EventKey> keys) {
        Map<String, VerificationKey> known = new HashMap<>();
        for (EventKey key : keys) {
            try {
                VerificationKey one = VerificationKey.ofPem(key.pem());
                known.put(key.producer() + " " + one.keyId(), one);
            } catch (IllegalArgumentException e) {
                // without it its producer's events are refused, and that is told
            }
        }
        return (producer, keyId) -> Optional.ofNullable(known.get(producer.label() + " " + keyId));
    }
}
