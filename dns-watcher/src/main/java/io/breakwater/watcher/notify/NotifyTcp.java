package io.breakwater.watcher.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * NOTIFY over TCP: messages behind two octets of length. A connection that sends nothing, too much or something else is closed and
 * counted. Each connection's octets are confined to its event loop.
 */
final class NotifyTcp {
    private static final int MAX_MESSAGE = NotifyMessages.MOST_OCTETS;
    private static final int MAX_MESSAGES = 100;
    private static final String TRANSPORT = "tcp";

    private final Vertx vertx;
    private final NotifyHandler handler;
    private final NetServer server;
    private final int maxConnections;
    private final Duration longest;
    private final AtomicInteger connections = new AtomicInteger();

    NotifyTcp(Vertx vertx, NotifyHandler handler, NotifyConfig config) {
        this.vertx = vertx;
        this.handler = handler;
        this.maxConnections = config.maxConnections();
        this.longest = config.connectionTimeout();
        this.server = vertx.createNetServer(new NetServerOptions()
                .setIdleTimeout((int) Math.max(1, config.idleTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpNoDelay(true));
        server.connectHandler(this::connected);
    }

    /** Completes with the port. */
    Future<Integer> listen(int port, String host) {
        return server.listen(port, host).map(NetServer::actualPort);
    }

    Future<Void> close() {
        return server.close();
    }

    private void connected(NetSocket socket) {
        if (connections.incrementAndGet() > maxConnections) {
            connections.decrementAndGet();
            socket.close();
            return;
        }
        Connection connection = new Connection(socket);
        long end = vertx.setTimer(Math.max(1, longest.toMillis()), id -> socket.close());
        socket.closeHandler(closed -> {
            vertx.cancelTimer(end);
            connections.decrementAndGet();
        });
        socket.exceptionHandler(failure -> socket.close());
        socket.handler(connection::received);
    }

    private final class Connection {
        private final NetSocket socket;
        private Buffer pending = Buffer.buffer();
        private int messages;

        Connection(NetSocket socket) {
            this.socket = socket;
        }

        void received(Buffer octets) {
            pending.appendBuffer(octets);
            while (pending.length() >= 2) {
                int length = pending.getUnsignedShort(0);
                if (length > MAX_MESSAGE || length == 0 || ++messages > MAX_MESSAGES) {
                    refuse();
                    return;
                }
                if (pending.length() < 2 + length) {
                    messages--;
                    return;
                }
                byte[] message = pending.getBytes(2, 2 + length);
                pending = pending.getBuffer(2 + length, pending.length());
                answer(message);
            }
        }

        private void answer(byte[] message) {
            byte[] reply = handler.handle(message, TRANSPORT);
            if (reply == null || socket.writeQueueFull()) {
                // whoever sends and does not read is not waited for
                socket.close();
            } else {
                socket.write(Buffer.buffer().appendUnsignedShort(reply.length).appendBytes(reply));
            }
        }

        private void refuse() {
            pending = Buffer.buffer();
            handler.refuse(NotifyMessages.Reason.MALFORMED, TRANSPORT);
            socket.close();
        }
    }
}
