package io.breakwater.watcher.polling;

/**
 * Tells which of several looks at one domain may still speak. A newer look that has spoken silences the older ones, whose answers may
 * be older than its own; a look that has not been answered yet silences nobody, so that a storm of nudges cannot stop observation.
 * Guarded by the watch that it belongs to.
 */
final class Generations {
    private final int maxRunning;
    private long started;
    private long spoken;
    private int answersHeard;
    private int running;

    Generations(int maxRunning) {
        this.maxRunning = maxRunning;
    }

    boolean isFull() {
        return running >= maxRunning;
    }

    /** @return the new look's number */
    long start() {
        running++;
        return ++started;
    }

    /** Whether the look may speak with that many answers; then it has spoken. Progress that was overtaken on its way is dropped. */
    boolean maySpeak(long look, int answers) {
        if (look < spoken || (look == spoken && answers <= answersHeard)) {
            return false;
        }
        spoken = look;
        answersHeard = answers;
        return true;
    }

    /** Whether it is the newest: it decides when the next look is. */
    boolean isNewest(long look) {
        return look == started;
    }

    void end() {
        running--;
    }
}
