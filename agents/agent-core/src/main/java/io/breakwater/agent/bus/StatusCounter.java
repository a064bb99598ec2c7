package io.breakwater.agent.bus;

import io.breakwater.agent.disk.TwoCopies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Numbers the statuses that this agent signs, each higher than all before: the time in milliseconds, or the one before and one. How far
 * it may go is on the disk before it goes there, so that neither a restart nor a clock that was set back makes it repeat a number. With a
 * disk that takes nothing the clock alone has to do. Safe for threads.
 */
public final class StatusCounter implements LongSupplier {
    private static final Logger LOG = Logger.getLogger(StatusCounter.class);
    private static final long AHEAD = Duration.ofMinutes(2).toMillis();

    private final TwoCopies<Long> file;
    private final Clock clock;
    private long last = -1;
    private long reserved;

    public StatusCounter(TwoCopies<Long> file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Understands the file's content. */
    public static Long read(byte[] content) {
        return Long.parseLong(new String(content, StandardCharsets.US_ASCII).strip());
    }

    @Override
    public synchronized long getAsLong() {
        if (last < 0) {
            reserved = file.load().value().orElse(0L);
            last = reserved;
        }
        last = Math.max(last + 1, clock.millis());
        if (last >= reserved) {
            reserve(last + AHEAD);
        }
        return last;
    }

    private void reserve(long until) {
        try {
            file.write((until + "\n").getBytes(StandardCharsets.US_ASCII));
            reserved = until;
        } catch (IOException e) {
            LOG.debugf(e, "the status counter cannot be kept");
        }
    }
}
