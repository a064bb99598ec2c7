package io.breakwater.agent.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is wrong right now, a sentence per part. Logs a sentence when it is new, not each time it is said again, so that a long outage
 * is one line. Safe for threads.
 */
public final class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);

    private final Map<Trouble, String> sentences = new LinkedHashMap<>();
    private final Runnable changed;

    /** @param changed called, holding no lock, when something is said that was not said before; returns at once */
    public Troubles(Runnable changed) {
        this.changed = changed;
    }

    /** Says what is wrong with that part. */
    public void raise(Trouble part, String sentence) {
        boolean news;
        synchronized (this) {
            String before = sentences.remove(part);
            sentences.put(part, sentence);
            news = !sentence.equals(before);
        }
        if (news) {
            LOG.warnf("%s: %s", part, sentence);
            changed.run();
        }
    }

    /** Nothing is wrong with that part any more. */
    public void clear(Trouble part) {
        boolean news;
        synchronized (this) {
            news = sentences.remove(part) != null;
        }
        if (news) {
            LOG.infof("%s: in order again", part);
            changed.run();
        }
    }

    /** The sentence that was said last and still holds. */
    public synchronized Optional<String> latest() {
        List<String> all = new ArrayList<>(sentences.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All that hold, oldest first. */
    public synchronized Map<Trouble, String> all() {
        return new LinkedHashMap<>(sentences);
    }
}
