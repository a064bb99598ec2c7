package io.breakwater.embedded.zone;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.xbill.DNS.Header;

/**
 * The TCP connections of a zone server, a thread each, any number of queries one after the other. So many at one time; each message
 * must come, and each answer must be taken, within a time: whoever dawdles is cut off. Safe for threads.
 */
final class TcpConnections implements AutoCloseable {
    private static final long SWEEP_MILLIS = 250;

    private final Map<Socket, Long> deadlines = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(ZoneSockets::thread);
    private final ZoneLimits limits;
    private final Function<byte[], List<byte[]>> responder;

    TcpConnections(ZoneLimits limits, ExecutorService threads, Function<byte[], List<byte[]>> responder) {
        this.limits = limits;
        this.threads = threads;
        this.responder = responder;
        sweeper.scheduleWithFixedDelay(this::cutOff, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    void serve(Socket connection) {
        if (deadlines.size() >= limits.maxConnections()) {
            close(connection);
            return;
        }
        renew(connection);
        threads.execute(() -> converse(connection));
    }

    private void renew(Socket connection) {
        deadlines.put(connection, System.nanoTime() + limits.connectionTime().toNanos());
    }

    private void converse(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            while (true) {
                int length = in.readUnsignedShort();
                if (length < Header.LENGTH) {
                    return;
                }
                byte[] request = new byte[length];
                in.readFully(request);
                List<byte[]> responses = responder.apply(request);
                if (responses.isEmpty()) {
                    return;
                }
                for (byte[] response : responses) {
                    renew(connection);
                    out.write(framed(response));
                }
                renew(connection);
            }
        } catch (EOFException e) {
            return; // the client is done
        } catch (IOException | RuntimeException e) {
            System.getLogger(TcpConnections.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection ended early", e);
        } finally {
            deadlines.remove(connection);
        }
    }

    private static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(Short.BYTES + message.length)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    private void cutOff() {
        long now = System.nanoTime();
        deadlines.forEach((connection, deadline) -> {
            if (now - deadline > 0) {
                close(connection);
            }
        });
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            System.getLogger(TcpConnections.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection does not close", e);
        }
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        deadlines.keySet().forEach(TcpConnections::close);
    }
}
