package io.breakwater.snapshot.download;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.snapshot.archive.ArchivedFiles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many octets of files are in memory at a time, over all downloads: each holds one piece at most. Who comes beyond that is told to come
 * again, so that a thousand agents at once are served one after the other. Safe for threads.
 */
@Singleton
class DownloadBudget {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    DownloadBudget(DownloadConfig config, MeterRegistry meters) {
        this.most = config.mostBytes().asLongValue();
        Gauge.builder("breakwater.snapshot.download.octets", taken, AtomicLong::get)
                .description("Octets of files that downloads may hold in memory")
                .register(meters);
    }

    /**
     * The same octets, whose room is given back when they end, however that is.
     *
     * @throws ProblemException when there is no room
     */
    Multi<byte[]> within(long size, Multi<byte[]> octets) {
        long room = Math.min(size, ArchivedFiles.PIECE_SIZE);
        if (taken.addAndGet(room) > most) {
            taken.addAndGet(-room);
            throw new ProblemException(Problem.UNAVAILABLE, "Too many files are downloaded now. Try again soon.");
        }
        AtomicBoolean given = new AtomicBoolean();
        return octets.onTermination().invoke(() -> {
            if (given.compareAndSet(false, true)) {
                taken.addAndGet(-room);
            }
        });
    }

    long taken() {
        return taken.get();
    }
}
