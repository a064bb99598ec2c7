package io.breakwater.dns;

import io.breakwater.dns.LookupResult.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Message;

/**
 * One query on one socket, until its answer has come, its time is over or the network has failed; then the socket is closed. Whatever
 * does not answer it is counted and waited past. Ended by any thread, once; all else belongs to the network's thread.
 */
abstract class Conversation {
    /** How it ended. */
    sealed interface Outcome {
        record Answered(Message answer) implements Outcome {}

        /** So much came that does not answer the query that somebody may be guessing. */
        record Flooded() implements Outcome {}

        record Failed(Reason reason, String detail) implements Outcome {}
    }

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final SelectableChannel channel;
    private final ReplyMatcher matcher;
    private final int maxIgnored;
    private int ignored;
    private volatile String lastIgnored;

    Conversation(SelectableChannel channel, ReplyMatcher matcher, int maxIgnored) {
        this.channel = channel;
        this.matcher = matcher;
        this.maxIgnored = maxIgnored;
    }

    /** Begins; says what the socket is to be watched for. */
    abstract int start() throws IOException;

    /**
     * The socket is ready.
     *
     * @param buffer the network's, for use until this returns
     */
    abstract void ready(SelectionKey key, ByteBuffer buffer) throws IOException;

    final SelectableChannel channel() {
        return channel;
    }

    final CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** Reads a message, from the buffer's position to its limit. */
    final void received(ByteBuffer message) {
        ReplyMatcher.Match match = matcher.match(message);
        if (match instanceof ReplyMatcher.Match.Answer answer) {
            end(new Outcome.Answered(answer.message()));
            return;
        }
        lastIgnored = ((ReplyMatcher.Match.Other) match).why();
        ignored++;
        if (ignored >= maxIgnored) {
            end(new Outcome.Flooded());
        }
    }

    final boolean isOver() {
        return outcome.isDone();
    }

    /** The time is over. */
    final void expire() {
        String why = lastIgnored;
        end(
                why == null
                        ? new Outcome.Failed(Reason.TIMEOUT, "no answer in time")
                        : new Outcome.Failed(Reason.MALFORMED, "no answer in time, but something else: " + why));
    }

    final void fail(IOException failure) {
        String detail = failure instanceof PortUnreachableException || failure instanceof ConnectException
                ? "nothing listens there"
                : failure.getMessage();
        end(new Outcome.Failed(Reason.NETWORK, detail == null ? "the network failed" : detail));
    }

    final void end(Outcome how) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(Conversation.class.getName()).log(System.Logger.Level.DEBUG, "a socket does not close", e);
        }
        outcome.complete(how);
    }
}
