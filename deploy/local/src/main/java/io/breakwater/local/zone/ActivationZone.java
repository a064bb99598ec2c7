package io.breakwater.local.zone;

import io.breakwater.activation.Mode;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import io.breakwater.embedded.zone.ZoneClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes activation records of one tenant by dynamic updates. Safe for threads. */
public final class ActivationZone {
    private static final int TTL_SECONDS = 30;
    private static final Duration WINDOW = Duration.ofDays(1);

    private final ZoneClient client;
    private final String domain;
    private final DrKeys keys;
    private long lastT;

    public ActivationZone(ZoneClient client, String domain, DrKeys keys) {
        this.client = client;
        this.domain = domain;
        this.keys = keys;
    }

    /**
     * What was published.
     *
     * @param sentAt when the update was sent
     * @param changedAt when the server had said that it is done
     */
    public record Published(Rrset rrset, Instant sentAt, Instant changedAt) {}

    /**
     * Signs a record that starts now and ends in a day, and publishes it. Start times have a resolution of a second and one that is
     * not newer than the last is a replay: a second call waits for the next second.
     */
    public synchronized Published publish(Mode mode) {
        while (Instant.now().getEpochSecond() <= lastT) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        lastT = Instant.now().getEpochSecond();
        return publish(signed(mode, lastT, lastT + WINDOW.toSeconds()));
    }

    /** Publishes any records; they replace all TXT records at the domain. */
    public Published publish(Rrset rrset) {
        Instant sentAt = Instant.now();
        client.replaceTxt(domain, TTL_SECONDS, rrset.toLatin1());
        return new Published(rrset, sentAt, Instant.now());
    }

    /** @param t start and @param x end, epoch seconds, inclusive */
    public Rrset signed(Mode mode, long t, long x) {
        return RecordSigner.sign(RecordDraft.of(mode, domain, t, x), keys.privateKey());
    }

    /** What the zone's server has now. */
    public Rrset current() {
        return Rrset.ofLatin1(client.txt(domain));
    }

    public String domain() {
        return domain;
    }

    public DrKeys keys() {
        return keys;
    }
}
