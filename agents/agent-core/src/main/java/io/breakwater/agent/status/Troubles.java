package io.breakwater.agent.status;

import io.breakwater.agent.words.Words;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is wrong right now, a sentence of bounded length per part, and the last few things that were wrong before. Logs a sentence when it
 * is new, not each time it is said again, so that a long outage is one line. Safe for threads.
 */
public final class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);
    private static final int REMEMBERED = 20;

    private final Map<Trouble, TroubleEntry> present = new LinkedHashMap<>();
    private final Deque<TroubleEntry> past = new ArrayDeque<>();
    private final Runnable changed;
    private final Clock clock;

    /** @param changed called, holding no lock, when something is said that was not said before; returns at once */
    public Troubles(Runnable changed) {
        this(changed, Clock.systemUTC());
    }

    public Troubles(Runnable changed, Clock clock) {
        this.changed = changed;
        this.clock = clock;
    }

    /** Says what is wrong with that part. */
    public void raise(Trouble part, String what) {
        String sentence = Words.bounded(what);
        boolean news;
        synchronized (this) {
            TroubleEntry before = present.remove(part);
            news = before == null || !sentence.equals(before.what());
            if (news && before != null) {
                remember(before);
            }
            TroubleEntry entry = news ? new TroubleEntry(part, sentence, clock.instant(), null, 0, null) : before;
            present.put(part, entry.again(clock.instant()));
        }
        if (news) {
            LOG.warnf("%s: %s", part, sentence);
            changed.run();
        }
    }

    /** Says that this is wrong with that part too, besides what was said before. */
    public void also(Trouble part, String what) {
        String before = all().get(part);
        if (before == null || !before.contains(Words.bounded(what))) {
            raise(part, before == null ? what : before + "; " + what);
        }
    }

    /** Nothing is wrong with that part any more. */
    public void clear(Trouble part) {
        boolean news;
        synchronized (this) {
            TroubleEntry before = present.remove(part);
            news = before != null;
            if (news) {
                remember(before);
            }
        }
        if (news) {
            LOG.infof("%s: in order again", part);
            changed.run();
        }
    }

    private void remember(TroubleEntry over) {
        past.addFirst(over.ended(clock.instant()));
        while (past.size() > REMEMBERED) {
            past.removeLast();
        }
    }

    /** The sentence that was said last and still holds. */
    public synchronized Optional<String> latest() {
        List<TroubleEntry> all = new ArrayList<>(present.values());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).what());
    }

    /** The sentences that hold, oldest first. */
    public synchronized Map<Trouble, String> all() {
        Map<Trouble, String> sentences = new LinkedHashMap<>();
        present.forEach((part, entry) -> sentences.put(part, entry.what()));
        return sentences;
    }

    /** What holds, newest first, then what is over, newest first. Bounded. */
    public synchronized List<TroubleEntry> list() {
        List<TroubleEntry> all = new ArrayList<>(present.values());
        Collections.reverse(all);
        all.addAll(past);
        return List.copyOf(all);
    }
}
