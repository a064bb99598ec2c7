package io.breakwater.benchmarks.switching;

import io.breakwater.benchmarks.report.Samples;
import io.breakwater.contracts.event.Producer;
import io.breakwater.contracts.signature.Claim;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.VerificationKey;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Signs and verifies the very observations that travel, with other keys, and keeps how long it took. */
final class SignatureCost {
    private static final String WATCHER = Producer.DNS_WATCHER.label();

    private final EventSigner signer = TestEventKeys.of(WATCHER);
    private final VerificationKey key = key();
    private Samples signing = new Samples();
    private Samples verifying = new Samples();

    void measure(ConsumerRecord<String, byte[]> record) {
        Map<String, String> texts = new HashMap<>();
        record.headers().forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        long start = System.nanoTime();
        String signature = signer.sign(record.topic(), record.key(), texts, record.value());
        long signed = System.nanoTime();
        Map<String, byte[]> headers = new HashMap<>();
        texts.forEach((name, text) -> headers.put(name, text.getBytes(StandardCharsets.UTF_8)));
        headers.put(EventSigner.HEADER, signature.getBytes(StandardCharsets.UTF_8));
        long received = System.nanoTime();
        try {
            Claim.of(new ReceivedEvent(record.topic(), record.key(), headers, record.value()))
                    .verify(key);
        } catch (EventRefusedException e) {
            throw new IllegalStateException("our own signature does not verify", e);
        }
        verifying.add(System.nanoTime() - received);
        signing.add(signed - start);
    }

    void forget() {
        signing = new Samples();
        verifying = new Samples();
    }

    Samples signing() {
        return signing;
    }

    Samples verifying() {
        return verifying;
    }

    private static VerificationKey key() {
        try {
            return VerificationKey.ofPem(
                    Files.readString(TestEventKeys.trustDirectory().resolve(WATCHER + ".pem")));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no key to measure with", e);
        }
    }
}
