package io.breakwater.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * The TXT record set at a tenant's DR domain, as it was seen: the evidence that every consumer judges again by itself.
 *
 * @param rrset TXT records, each a list of character-strings, each character one octet (Latin-1)
 * @param answers who was asked and what they said
 * @param ttlSeconds of the RRset, or null when there was none
 * @param seenAt when the last octet of the evidence was read
 * @param verdict what the watcher makes of it: for people and for pages, never an instruction
 * @param trigger what made the watcher look: {@code POLL}, {@code NOTIFY}, {@code POKE}, {@code TIMER}, {@code SETTINGS}
 */
public record DrObserved(
        String customerId,
        String domain,
        List<List<String>> rrset,
        List<AuthorityAnswer> answers,
        Long ttlSeconds,
        Instant seenAt,
        VerdictView verdict,
        String trigger) {
    public DrObserved {
        Present.require("customerId", customerId);
        Present.require("domain", domain);
        Present.require("rrset", rrset);
        Present.require("answers", answers);
        Present.require("seenAt", seenAt);
        Present.require("verdict", verdict);
        Bounded.text("customerId", customerId, 64);
        Bounded.text("domain", domain, 256);
        Bounded.text("trigger", trigger, 64);
        Bounded.items("answers", answers, 512);
        Bounded.rrset("rrset", rrset);
    }

    /**
     * @param server {@code address:port}
     * @param outcome {@code FOUND}, {@code ABSENT} or {@code UNAVAILABLE}
     * @param detail the reason when unavailable, else null
     * @param rrsetDigest SHA-256 of the RRset it gave, lower-case hex, or null
     */
    public record AuthorityAnswer(String server, String outcome, String detail, String rrsetDigest, long rttMicros) {}
}
