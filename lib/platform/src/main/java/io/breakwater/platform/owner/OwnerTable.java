package io.breakwater.platform.owner;

import io.breakwater.platform.owner.OwnerPageReader.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One reading of a whole table, part after part. A part that does not fit is asked for again with half as many entries. Used once;
 * confined to the Vert.x context that starts it.
 */
final class OwnerTable<T> {
    /** Octets of one part; fails with {@link OwnerTooLargeException} when it is larger than one may be. */
    @FunctionalInterface
    interface Parts {
        Uni<byte[]> read(String query);
    }

    private final Vertx vertx;
    private final OwnerConfig limits;
    private final Owner owner;
    private final Class<T> type;
    private final Parts parts;
    private final Function<List<T>, Uni<Void>> take;
    private final long deadline;
    private int ask;
    private long items;
    private long octets;
    private long unreadable;

    OwnerTable(
            Vertx vertx,
            OwnerConfig limits,
            Owner owner,
            Class<T> type,
            Parts parts,
            Function<List<T>, Uni<Void>> take) {
        this.vertx = vertx;
        this.limits = limits;
        this.owner = owner;
        this.type = type;
        this.parts = parts;
        this.take = take;
        this.deadline = System.nanoTime() + limits.tableTimeout().toNanos();
        this.ask = Math.max(1, limits.pageItems());
    }

    Uni<OwnerTotals> read() {
        return from(null).map(ignored -> new OwnerTotals(items, unreadable));
    }

    private Uni<Void> from(String after) {
        if (System.nanoTime() > deadline) {
            return Uni.createFrom()
                    .failure(new TimeoutException(
                            "a table of " + owner.label() + " was not read within " + limits.tableTimeout()));
        }
        return part(after).chain(page -> take.apply(page.items()).chain(() -> following(after, page)));
    }

    private Uni<Void> following(String after, Page<T> page) {
        if (page.next() == null) {
            return Uni.createFrom().voidItem();
        }
        return page.next().equals(after)
                ? Uni.createFrom().failure(new IOException(owner.label() + " names a part as its own next one"))
                : from(page.next());
    }

    private Uni<Page<T>> part(String after) {
        int asked = ask;
        return parts.read(query(after, asked))
                .chain(read -> decode(read, asked))
                .onFailure(failure -> failure instanceof OwnerTooLargeException && asked > 1)
                .recoverWithUni(() -> {
                    ask = asked / 2;
                    return part(after);
                });
    }

    private Uni<Page<T>> decode(byte[] read, int asked) {
        octets += read.length;
        if (octets > limits.tableBytes().asLongValue()) {
            return Uni.createFrom().failure(over("octets", "breakwater.owner.table-bytes"));
        }
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> OwnerPageReader.read(owner, read, type, asked), false)
                                .toCompletionStage())
                .invoke(this::count);
    }

    private void count(Page<T> page) {
        items += page.items().size();
        unreadable += page.unreadable();
        if (items + unreadable > limits.tableItems()) {
            throw new UncheckedIOException(over("entries", "breakwater.owner.table-items"));
        }
    }

    private IOException over(String what, String limit) {
        return new IOException("a table of " + owner.label() + " has more " + what + " than " + limit + " allows");
    }

    private static String query(String after, int limit) {
        String from = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return "?limit=" + limit + from;
    }
}
