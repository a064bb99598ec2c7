package io.breakwater.platform.owner;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/**
 * Compares every {@link Resynced} of this service with its owner. A service gives people its {@link #now} under {@code POST
 * /api/v1/resync}, for the role OPERATOR. Safe for threads.
 */
@Singleton
public class Resyncs {
    private final List<Resync> runs;

    Resyncs(Vertx vertx, ResyncConfig config, MeterRegistry registry, Doubts doubts, @All List<Resynced> tables) {
        // The gauge tells the machine's time, whatever clock the service judges by
        Clock clock = Clock.systemUTC();
        this.runs = tables.stream()
                .sorted(Comparator.comparing(Resynced::table)) // the container gives them in any order
                .map(table -> listening(
                        doubts,
                        table,
                        new Resync(vertx, config, table, new ResyncMeters(registry, table.table()), clock)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        runs.forEach(Resync::start);
    }

    void stop(@Observes ShutdownEvent event) {
        runs.forEach(Resync::stop);
    }

    /** Compares everything now, and tells what was found. Never fails: a table whose owner is away says so. */
    public Uni<ResyncAnswer> now() {
        if (runs.isEmpty()) {
            return Uni.createFrom().item(new ResyncAnswer(List.of()));
        }
        return Uni.join()
                .all(runs.stream().map(Resync::now).toList())
                .andFailFast()
                .map(ResyncAnswer::new);
    }

    private static Resync listening(Doubts doubts, Resynced table, Resync run) {
        doubts.listen(table.table(), run::doubt);
        return run;
    }
}
