package io.breakwater.watcher;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A tenant of a test: an id of its own, perhaps a key, and settings told over the bus. */
public record TestTenant(String id, SigningKey key, String domain) {
    private static final AtomicLong REVISIONS = new AtomicLong();

    public static TestTenant withKey(String domain) {
        return new TestTenant(UUID.randomUUID().toString(), SigningKey.generate(), domain);
    }

    public static TestTenant withoutKey(String domain) {
        return new TestTenant(UUID.randomUUID().toString(), null, domain);
    }

    /** Has it watched at the authorities that are found, or at these. */
    public void watched(KafkaEvents bus, InetSocketAddress... authorities) {
        bus.send(EventEnvelope.of("/config-service", id, Instant.now(), settings("authoritative", authorities)));
    }

    public DrSettings settings(String mode, InetSocketAddress... servers) {
        List<DrPublicKey> keys =
                key == null ? List.of() : List.of(new DrPublicKey("1", key.fingerprint(), key.publicPem()));
        List<String> addresses = Stream.of(servers)
                .map(server -> server.getHostString() + ":" + server.getPort())
                .toList();
        return new DrSettings(
                id,
                REVISIONS.incrementAndGet(),
                domain,
                keys,
                1_209_600,
                "strict",
                "keep",
                true,
                new DnsLookup(mode, addresses));
    }

    /** A signed record set that starts and ends so many seconds from now. */
    public List<List<String>> signed(String body, long startsIn, long endsIn) {
        long now = Instant.now().getEpochSecond();
        return Records.signed(key, domain, body, now + startsIn, now + endsIn);
    }

    /** The first observation of this tenant with that verdict and record set. */
    public DrObserved awaitObserved(KafkaEvents bus, String verdict, List<List<String>> rrset) {
        return await(
                bus,
                seen -> seen.verdict().verdict().equals(verdict)
                        && sorted(seen.rrset()).equals(sorted(rrset)));
    }

    public DrObserved await(KafkaEvents bus, Predicate<DrObserved> condition) {
        return bus.await(DrObserved.class, event -> event.key().equals(id) && condition.test(event.data()))
                .data();
    }

    public List<DrObserved> observed(KafkaEvents bus) {
        return bus.seen(DrObserved.class, id).stream().map(EventEnvelope::data).toList();
    }

    private static List<String> sorted(List<List<String>> rrset) {
        return rrset.stream().map(Object::toString).sorted().toList();
    }
}
