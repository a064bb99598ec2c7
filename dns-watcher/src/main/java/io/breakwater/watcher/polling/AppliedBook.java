package io.breakwater.watcher.polling;

import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.watcher.settings.WatchedDomain;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was applied at the domains, as the records show that applied it: judged with the tenants' own keys, and never what somebody says of
 * it (I2). Bounded in tenants and octets; what was put longest ago goes first, and its domain counts as one at which nothing was applied,
 * which costs an observation that is no news. Guarded by {@link Watches}.
 */
final class AppliedBook {
    private final MemoizingEvaluator evaluator;
    private final Clock clock;
    private final int most;
    private final long mostOctets;
    private final Map<String, Applied> known = new LinkedHashMap<>();
    private long octets;

    private record Applied(String domain, Rrset evidence, long octets) {}

    AppliedBook(MemoizingEvaluator evaluator, Clock clock, int most, long mostOctets) {
        this.evaluator = evaluator;
        this.clock = clock;
        this.most = most;
        this.mostOctets = mostOctets;
    }

    /** @param evidence empty: nothing is in force */
    void put(String customerId, String domain, Rrset evidence) {
        forget(customerId);
        if (domain == null || evidence.isEmpty()) {
            return;
        }
        long size = octets(evidence);
        known.put(customerId, new Applied(domain, evidence, size));
        octets += size;
        Iterator<Applied> eldest = known.values().iterator();
        while (known.size() > most || octets > mostOctets) {
            octets -= eldest.next().octets();
            eldest.remove();
        }
    }

    void forget(String customerId) {
        Applied before = known.remove(customerId);
        octets -= before == null ? 0 : before.octets();
    }

    ReplayState of(WatchedDomain domain) {
        Applied applied = known.get(domain.customerId());
        if (applied == null || !domain.domain().equalsIgnoreCase(applied.domain())) {
            return ReplayState.EMPTY;
        }
        long now = clock.instant().getEpochSecond();
        return ReplayState.EMPTY.after(
                evaluator
                        .evaluate(
                                applied.evidence(),
                                domain.domain(),
                                domain.keys(),
                                domain.policy(),
                                ReplayState.EMPTY,
                                now)
                        .verdict(),
                now);
    }

    int size() {
        return known.size();
    }

    private static long octets(Rrset rrset) {
        return rrset.records().stream()
                .flatMap(record -> record.strings().stream())
                .mapToLong(string -> string.length + 16L)
                .sum();
    }
}
