package io.breakwater.watcher.looking;

import io.breakwater.activation.Rrset;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.LookupResult.Absent;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Unavailable;
import io.breakwater.dns.ServerAddress;
import java.time.Instant;
import java.util.List;

/**
 * What one source said.
 *
 * @param server that answered, or that was asked last; null when none was
 * @param rrset empty set for a denial; null when nothing was learned, or when it is not kept
 * @param digest of the set; null when nothing was learned
 * @param ttlSeconds of the records or of the denial; 0 when nothing was learned
 * @param detail why nothing was learned, else null
 */
public record Answer(
        Source source,
        ServerAddress server,
        Rrset rrset,
        String digest,
        long ttlSeconds,
        String detail,
        long rttMicros,
        Instant at) {

    private static final String DENIAL = Rrset.EMPTY.digest();

    /** What is worth remembering: everything but the records. */
    Answer withoutRecords() {
        return new Answer(source, server, null, digest, ttlSeconds, detail, rttMicros, at);
    }

    public static Answer of(Source source, LookupResult<List<byte[]>> result, Instant at) {
        if (result instanceof Found<List<byte[]>> found) {
            Rrset rrset = Rrset.ofOctets(found.records());
            return known(source, result, rrset, found.ttlSeconds(), at);
        }
        if (result instanceof Absent<List<byte[]>> absent) {
            return known(source, result, Rrset.EMPTY, absent.negativeTtlSeconds(), at);
        }
        String detail = result instanceof Unavailable<List<byte[]>> failed
                ? failed.reason() + ": " + failed.detail()
                : "an alias that leads nowhere";
        return new Answer(source, result.server(), null, null, 0, detail, result.rttMicros(), at);
    }

    /** A source that was not asked, because it failed again and again. */
    static Answer resting(Source source, Instant at) {
        return new Answer(source, source.servers().get(0), null, null, 0, "RESTING: it failed before", 0, at);
    }

    /** A source that cannot be asked. */
    static Answer withoutAddress(Source source, Instant at) {
        return new Answer(source, null, null, null, 0, "NO_SERVER: no address of it is known", 0, at);
    }

    private static Answer known(
            Source source, LookupResult<List<byte[]>> result, Rrset rrset, long ttlSeconds, Instant at) {
        return new Answer(source, result.server(), rrset, rrset.digest(), ttlSeconds, null, result.rttMicros(), at);
    }

    public boolean isKnown() {
        return digest != null;
    }

    /** {@code FOUND}, {@code ABSENT} or {@code UNAVAILABLE}. */
    public String outcome() {
        if (!isKnown()) {
            return "UNAVAILABLE";
        }
        return DENIAL.equals(digest) ? "ABSENT" : "FOUND";
    }
}
