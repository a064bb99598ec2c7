package io.breakwater.controller.state;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.PoisonEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was seen at a tenant's domain. The watcher's verdict is not part of it.
 *
 * @param rrset TXT records, Latin-1
 * @param seenAt never later than a little after it came: a clock ahead must not hide what is seen afterwards
 * @param judged what we made of it, or null as long as it is not judged
 */
record LastLook(
        String domain,
        List<List<String>> rrset,
        List<AuthorityAnswer> answers,
        Long ttlSeconds,
        Instant seenAt,
        String trigger,
        Judged judged) {
    private static final Duration MOST_AHEAD = Duration.ofSeconds(5);
    private static final String ABSENT = "ABSENT";

    /** Our own verdict. */
    record Judged(String verdict, String reason, List<String> warnings) {}

    /** @throws PoisonEventException when the event tells of nothing that can be judged */
    static LastLook of(EventEnvelope<DrObserved> event, Instant now) {
        DrObserved observed = event.data();
        if (observed.customerId() == null || !observed.customerId().equals(event.key())) {
            throw new PoisonEventException("the observation's customerId is not its key");
        }
        if (observed.domain() == null || observed.rrset() == null || observed.seenAt() == null) {
            throw new PoisonEventException("an observation has a domain, an rrset and a seenAt");
        }
        if (observed.seenAt().isBefore(Instant.EPOCH)) {
            throw new PoisonEventException("the observation's seenAt is before all records");
        }
        if (observed.rrset().stream().anyMatch(strings -> strings == null || strings.contains(null))) {
            throw new PoisonEventException("the observation's rrset holds a null");
        }
        Rrset.ofLatin1(observed.rrset());
        Instant latest = now.plus(MOST_AHEAD);
        return new LastLook(
                observed.domain(),
                observed.rrset(),
                observed.answers() == null ? List.of() : observed.answers(),
                ttl(observed.ttlSeconds()),
                observed.seenAt().isAfter(latest) ? latest : observed.seenAt(),
                observed.trigger(),
                null);
    }

    /** No TTL is longer (RFC 2181, section 8). */
    private static Long ttl(Long seconds) {
        return seconds == null ? null : Math.max(0, Math.min(seconds, Integer.MAX_VALUE));
    }

    LastLook judgedAs(String verdict, String reason, List<String> warnings) {
        return new LastLook(domain, rrset, answers, ttlSeconds, seenAt, trigger, new Judged(verdict, reason, warnings));
    }

    boolean isBefore(LastLook other) {
        return other != null && seenAt.isBefore(other.seenAt);
    }

    Rrset records() {
        return Rrset.ofLatin1(rrset);
    }

    Evidence evidence() {
        return new Evidence(records(), seenAt.toEpochMilli(), trigger == null ? "bus" : trigger);
    }

    /** Whether more than half of the authorities that were asked say that there is no record. */
    boolean isDeniedByMajority() {
        long denials = answers.stream()
                .filter(answer -> answer != null && ABSENT.equals(answer.outcome()))
                .count();
        return rrset.isEmpty() && denials * 2 > answers.size();
    }
}
