package io.breakwater.agent.mode;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * How much evidence may wait to be judged, in octets and items, each source for itself: a flood on the bus takes no room from what the
 * agent sees in DNS. Safe for threads.
 */
final class Waiting {
    /** Units of a kibibyte, of each source. */
    private static final int ROOM = 2 << 10;

    /** The least that one takes, so that at most so many wait as this goes into the room. */
    private static final int LEAST = 16;

    /** What a string and its place in lists take besides its octets. */
    private static final int PER_STRING = 128;

    private final Map<Source, Semaphore> rooms = new EnumMap<>(Source.class);

    Waiting() {
        for (Source source : Source.values()) {
            rooms.put(source, new Semaphore(ROOM));
        }
    }

    /** The room that one piece of evidence takes. */
    static int weight(Evidence evidence) {
        return weight(evidence.rrset());
    }

    private static int weight(Rrset rrset) {
        long octets = 0;
        for (var record : rrset.toLatin1()) {
            octets += PER_STRING;
            for (String text : record) {
                octets += PER_STRING + text.length();
            }
        }
        return (int) Math.min(ROOM, Math.max(LEAST, octets >> 10));
    }

    /** @return false when there is none */
    boolean take(Source source, int weight) {
        return rooms.get(source).tryAcquire(weight);
    }

    /** Waits for room. */
    void await(Source source, int weight) throws InterruptedException {
        rooms.get(source).acquire(weight);
    }

    void give(Source source, int weight) {
        rooms.get(source).release(weight);
    }
}
