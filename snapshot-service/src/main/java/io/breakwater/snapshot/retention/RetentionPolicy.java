package io.breakwater.snapshot.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the newest snapshots of a group, and the newest of each of the last days, so that a storm of edits cannot flush a week (I7). The
 * newest is always kept.
 *
 * @param keep how many of the newest stay; at least one does whatever stands here
 * @param days how many days (UTC, today is the first) keep their newest
 */
public record RetentionPolicy(int keep, int days) {

    /** A snapshot, as far as this rule needs it. */
    public record Candidate(long id, long sequence, Instant created) {}

    /** Ids of the snapshots that may go. */
    public Set<Long> superfluous(Collection<Candidate> group, Instant now) {
        List<Candidate> newestFirst = group.stream()
                .sorted(Comparator.comparingLong(Candidate::sequence).reversed())
                .toList();
        LocalDate first = day(now).minusDays(days - 1L);
        Set<LocalDate> covered = new HashSet<>();
        Set<Long> superfluous = new HashSet<>();
        for (int place = 0; place < newestFirst.size(); place++) {
            Candidate candidate = newestFirst.get(place);
            LocalDate day = day(candidate.created());
            boolean newestOfItsDay = covered.add(day) && !day.isBefore(first);
            if (place >= Math.max(keep, 1) && !newestOfItsDay) {
                superfluous.add(candidate.id());
            }
        }
        return superfluous;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
