package io.breakwater.platform.owner;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** One request and its answer. Confined to the Vert.x context that starts it. */
final class OwnerExchange {
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final OwnerCall call;
    private final UniEmitter<? super byte[]> emitter;
    private final Buffer received = Buffer.buffer();
    private Context own;
    private HttpClientRequest request;
    private long timer;
    private boolean over;

    OwnerExchange(Vertx vertx, HttpClient client, OwnerCall call, UniEmitter<? super byte[]> emitter) {
        this.vertx = vertx;
        this.client = client;
        this.call = call;
        this.emitter = emitter;
    }

    void start() {
        // A thread that is not Vert.x's gets a context of its own
        own = vertx.getOrCreateContext();
        own.runOnContext(ignored -> connect());
    }

    private void connect() {
        timer = vertx.setTimer(Math.max(1, call.atMost().toMillis()), id -> fail(late()));
        emitter.onTermination(() -> own.runOnContext(ignored -> giveUp()));
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setAbsoluteURI(call.uri().toString());
        call.headers().forEach(options::addHeader);
        client.request(options).onFailure(this::fail).onSuccess(this::send);
    }

    private void send(HttpClientRequest connected) {
        request = connected;
        if (over) {
            connected.reset();
            return;
        }
        connected
                .send(call.body() == null ? Buffer.buffer() : call.body())
                .onFailure(this::fail)
                .onSuccess(this::read);
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        response.handler(this::take);
        response.endHandler(ignored -> ended(response.statusCode()));
    }

    private void take(Buffer part) {
        if (received.length() + (long) part.length() > call.mostOctets()) {
            fail(new OwnerTooLargeException(call.owner().label() + "'s answer has more than " + call.mostOctets()
                    + " octets, which is the limit " + call.limit()));
        } else if (!over) {
            received.appendBuffer(part);
        }
    }

    private void ended(int status) {
        if (status != OK) {
            fail(new OwnerAnswerException(call.owner(), status));
        } else if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            emitter.complete(received.getBytes());
        }
    }

    private void fail(Throwable failure) {
        if (!over) {
            giveUp();
            emitter.fail(
                    failure instanceof IOException || failure instanceof TimeoutException ? failure : away(failure));
        }
    }

    /** Nobody waits any more. */
    private void giveUp() {
        if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            if (request != null) {
                request.reset();
            }
        }
    }

    private TimeoutException late() {
        return new TimeoutException(call.owner().label() + " did not answer within " + call.atMost());
    }

    private IOException away(Throwable failure) {
        return new OwnerUnavailableException(call.owner().label() + " cannot be reached", failure);
    }
}
