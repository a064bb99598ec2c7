package io.breakwater.controller.convergence;

import java.time.Duration;
import java.time.Instant;

/**
 * Which of an agent's statuses count. The newest boot (start time, then boot id) speaks for the agent; within it, sequences grow. Two
 * processes with one certificate show as an older boot that goes on speaking. Immutable.
 *
 * @param grace how long a status of the older boot may have been under way
 */
record BootFence(Duration grace) {
    /** What a status is to what is known. */
    enum Rank {
        /** Newer than what is known. */
        NEWER,
        /** Known already, or overtaken. */
        OLDER,
        /** Of a process that should be gone. */
        SUPERSEDED_SPEAKS
    }

    /** The place of a status in an agent's life. */
    record Position(String bootId, Instant bootedAt, long sequence, Instant at) {
        private boolean isBootAfter(Position other) {
            int order = bootedAt.compareTo(other.bootedAt);
            return order > 0 || (order == 0 && bootId.compareTo(other.bootId) > 0);
        }
    }

    Rank rank(Position known, Position heard) {
        if (known == null) {
            return Rank.NEWER;
        }
        if (known.bootId.equals(heard.bootId)) {
            return heard.sequence > known.sequence ? Rank.NEWER : Rank.OLDER;
        }
        if (heard.isBootAfter(known)) {
            return Rank.NEWER;
        }
        return heard.at.isAfter(known.bootedAt.plus(grace)) ? Rank.SUPERSEDED_SPEAKS : Rank.OLDER;
    }
}
