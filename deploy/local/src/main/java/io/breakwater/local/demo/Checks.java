package io.breakwater.local.demo;

import io.breakwater.local.cli.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What the demo has checked, and what came of it. For one thread. */
final class Checks {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Terminal terminal;
    private final Duration patience;
    private final List<String> failed = new ArrayList<>();
    private int passed;

    /** @param patience generous: it only ends a hang */
    Checks(Terminal terminal, Duration patience) {
        this.terminal = terminal;
        this.patience = patience;
    }

    /** What a look found. */
    record Look(boolean good, String seen) {}

    /** Looks until it is good, or for as long as the patience lasts. */
    boolean await(String what, Supplier<Look> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        Look last = look.get();
        while (!last.good()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(POLL_NANOS);
            last = look.get();
        }
        return check(what, last);
    }

    boolean check(String what, Look look) {
        terminal.line("   " + (look.good() ? "\u2713 " : "\u2717 ") + what + "  [" + look.seen() + "]");
        if (look.good()) {
            passed++;
        } else {
            failed.add(what + "  [" + look.seen() + "]");
        }
        return look.good();
    }

    int passed() {
        return passed;
    }

    List<String> failed() {
        return List.copyOf(failed);
    }
}
