package io.breakwater.embedded.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * The zone as it is now. Changes come one at a time; a change is on disk, when there is a file, before anybody can see it. Reading
 * never waits. Safe for threads.
 */
final class ZoneStore {
    private final Optional<Path> file;
    private final ZoneLimits limits;
    private final Runnable changed;
    private volatile State state;

    /** The zone, and how it came to be so. */
    record State(ZoneContent content, Journal journal) {}

    /** @param changed called after each change, by the thread that made it */
    ZoneStore(ZoneContent content, Optional<Path> file, ZoneLimits limits, Runnable changed) {
        this.state = new State(content, Journal.EMPTY);
        this.file = file;
        this.limits = limits;
        this.changed = changed;
    }

    State state() {
        return state;
    }

    ZoneContent content() {
        return state.content();
    }

    /** Applies a dynamic update and gives the response code. */
    int update(Message update) {
        DynamicUpdate.Outcome outcome;
        synchronized (this) {
            outcome = DynamicUpdate.apply(content(), update, limits);
            if (outcome.after() == content()) {
                return outcome.rcode();
            }
            try {
                publish(outcome.after());
            } catch (UncheckedIOException e) {
                System.getLogger(ZoneStore.class.getName()).log(System.Logger.Level.ERROR, "update not stored", e);
                return Rcode.SERVFAIL;
            }
        }
        changed.run();
        return outcome.rcode();
    }

    /** Changes the records directly. */
    void change(UnaryOperator<List<Record>> change) {
        synchronized (this) {
            try {
                publish(content().changedTo(change.apply(content().records())));
            } catch (IOException e) {
                throw new UncheckedIOException("the zone would lose its SOA or NS records", e);
            }
        }
        changed.run();
    }

    private void publish(ZoneContent next) {
        file.ifPresent(path -> write(path, next.masterFile()));
        Journal journal = state.journal().with(Journal.Change.between(content(), next), limits);
        state = new State(next, journal);
    }

    private static void write(Path file, String text) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the zone file " + file + " cannot be written", e);
        }
    }
}
