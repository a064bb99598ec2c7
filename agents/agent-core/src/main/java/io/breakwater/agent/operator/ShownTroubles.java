package io.breakwater.agent.operator;

import io.breakwater.agent.status.TroubleEntry;
import io.breakwater.agent.status.Troubles;
import java.util.List;

/** {@code show_troubles}: what is wrong, since when, and the last few things that were. */
final class ShownTroubles {
    private final Troubles troubles;

    ShownTroubles(Troubles troubles) {
        this.troubles = troubles;
    }

    record View(List<TroubleEntry> troubles) {}

    Answer answer() {
        List<TroubleEntry> all = troubles.list();
        List<String> lines = all.isEmpty()
                ? List.of("No troubles")
                : all.stream().map(ShownTroubles::line).toList();
        return new Answer(lines, new View(all));
    }

    static String line(TroubleEntry one) {
        String end = one.endedAt() == null ? "" : ", over at " + one.endedAt();
        return "%s: %s (since %s, last seen %s, %d times%s)"
                .formatted(one.part(), one.what(), one.since(), one.lastSeen(), one.count(), end);
    }
}
