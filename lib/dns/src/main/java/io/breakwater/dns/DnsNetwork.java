package io.breakwater.dns;

import io.breakwater.dns.Conversation.Outcome;
import io.breakwater.dns.LookupResult.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The sockets of all queries that are on the way: one thread waits for them. How many there are at one time is for the caller to
 * limit. Safe for threads.
 */
final class DnsNetwork implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 65_535;

    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final Selector selector;

    /** @param executor on which outcomes are told */
    DnsNetwork(ScheduledExecutorService timer, Executor executor) {
        this.timer = timer;
        this.executor = executor;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector for DNS look-ups", e);
        }
        Thread thread = new Thread(this::run, "dns-io");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens a socket for one query. */
    interface Opening {
        Conversation open() throws IOException;
    }

    /** Asks, and gives the outcome within the time; never an exception. */
    CompletableFuture<Outcome> ask(Opening opening, long nanos) {
        Conversation conversation;
        try {
            conversation = opening.open();
        } catch (IOException | RuntimeException e) { // the latter where there is no IPv6
            return CompletableFuture.completedFuture(new Outcome.Failed(Reason.NETWORK, "no socket to ask from"));
        }
        try {
            Future<?> expiry = timer.schedule(
                    () -> {
                        conversation.expire();
                        selector.wakeup();
                    },
                    Math.max(0, nanos),
                    TimeUnit.NANOSECONDS);
            conversation.outcome().thenRun(() -> expiry.cancel(false));
            conversation.channel().register(selector, conversation.start(), conversation);
            selector.wakeup();
        } catch (ClosedChannelException e) {
            conversation.expire(); // it was over before it had begun
        } catch (IOException e) {
            conversation.fail(e);
        } catch (ClosedSelectorException | RejectedExecutionException e) {
            conversation.fail(new IOException("the look-ups were closed"));
        } catch (RuntimeException e) { // an address that cannot be connected to
            conversation.fail(new IOException("the server's address cannot be asked"));
        }
        return handedOver(conversation.outcome());
    }

    /** What comes of an outcome must not keep this class's thread from the other sockets. */
    private CompletableFuture<Outcome> handedOver(CompletableFuture<Outcome> outcome) {
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        outcome.thenAccept(how -> {
            try {
                executor.execute(() -> result.complete(how));
            } catch (RejectedExecutionException e) {
                result.complete(how);
            }
        });
        return result;
    }

    private void run() {
        while (selector.isOpen()) {
            try {
                selector.select(this::serve);
            } catch (IOException | RuntimeException e) {
                if (selector.isOpen()) {
                    System.getLogger(DnsNetwork.class.getName())
                            .log(System.Logger.Level.WARNING, "waiting for DNS answers failed", e);
                }
            }
        }
    }

    private void serve(SelectionKey key) {
        Conversation conversation = (Conversation) key.attachment();
        try {
            conversation.ready(key, buffer);
        } catch (CancelledKeyException | ClosedChannelException e) {
            conversation.expire(); // its time ended at this moment
        } catch (IOException e) {
            conversation.fail(e);
        } catch (RuntimeException e) {
            conversation.fail(new IOException("the answer cannot be read", e));
        }
    }

    @Override
    public void close() {
        for (SelectionKey key : selector.keys().toArray(SelectionKey[]::new)) {
            ((Conversation) key.attachment()).fail(new IOException("the look-ups were closed"));
        }
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector of DNS look-ups does not close", e);
        }
    }
}
