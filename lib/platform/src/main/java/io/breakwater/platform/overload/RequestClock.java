package io.breakwater.platform.overload;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off a connection whose caller takes too long for the headers of a request, counted from the connection or the first octet, or for
 * its body: a trickle keeps nothing open. Between requests the server's own idle time-out counts. It stands before the decoder and has
 * an ear behind it; on connections that are not HTTP/1 it does nothing. Confined to its channel's event loop.
 */
final class RequestClock extends ChannelInboundHandlerAdapter {
    private static final byte[] TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static volatile long headersMillis = Duration.ofSeconds(10).toMillis();
    private static volatile long bodyMillis = Duration.ofSeconds(30).toMillis();

    private ScheduledFuture<?> timer;
    private boolean listening;
    private boolean reading;

    /** For all connections from now on. */
    static void limits(Duration headers, Duration body) {
        headersMillis = headers.toMillis();
        bodyMillis = body.toMillis();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        listen(context);
        if (listening) {
            begin(context);
        }
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
        listen(context);
        if (listening && !reading) {
            begin(context);
        }
        context.fireChannelRead(octets);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void listen(ChannelHandlerContext context) {
        ChannelHandlerContext decoder = listening ? null : context.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            context.pipeline().addAfter(decoder.name(), "breakwater-request-clock", new Ear(context));
            listening = true;
        }
    }

    private void begin(ChannelHandlerContext context) {
        reading = true;
        restart(
                context,
                headersMillis,
                () -> context.writeAndFlush(Unpooled.wrappedBuffer(TIMEOUT)).addListener(ChannelFutureListener.CLOSE));
    }

    private void restart(ChannelHandlerContext context, long millis, Runnable end) {
        stop();
        timer = context.executor().schedule(end, millis, TimeUnit.MILLISECONDS);
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Hears what the decoder made of the octets. */
    private final class Ear extends ChannelInboundHandlerAdapter {
        private final ChannelHandlerContext front;

        Ear(ChannelHandlerContext front) {
            this.front = front;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                reading = true;
                restart(front, bodyMillis, front::close);
            }
            if (part instanceof LastHttpContent) {
                reading = false;
                stop();
            }
            context.fireChannelRead(part);
        }
    }
}
