package io.breakwater.agent.centre;

import io.breakwater.agent.words.ToldException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Writes a response's body to a stream, as it comes, and gives up when it is larger than allowed. Gives the number of octets. */
final class BoundedBody implements BodySubscriber<Long> {
    private final OutputStream sink;
    private final long limit;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private long count;

    BoundedBody(OutputStream sink, long limit) {
        this.sink = sink;
        this.limit = limit;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                take(buffer);
            }
            subscription.request(1);
        } catch (IOException e) {
            subscription.cancel();
            done.completeExceptionally(e);
        }
    }

    private void take(ByteBuffer buffer) throws IOException {
        byte[] octets = new byte[buffer.remaining()];
        buffer.get(octets);
        count += octets.length;
        if (count > limit) {
            throw new BodyTooLargeException("the answer is larger than " + limit + " octets");
        }
        sink.write(octets);
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(count);
    }

    /** More octets than allowed. */
    static final class BodyTooLargeException extends ToldException {
        private static final long serialVersionUID = 1L;

        BodyTooLargeException(String message) {
            super(message);
        }
    }
}
