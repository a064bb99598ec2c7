package io.breakwater.embedded.zone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The UDP and the TCP socket of a zone server, both on one port: one thread for UDP, one for each TCP connection. */
final class ZoneSockets implements AutoCloseable {
    private static final int TRIES_FOR_A_COMMON_PORT = 20;
    private static final int IDLE_MILLIS = 10_000;

    private final ExecutorService threads = Executors.newCachedThreadPool(ZoneSockets::thread);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final InetSocketAddress wanted;
    private final Responder responder;
    private ServerSocket tcp;
    private DatagramSocket udp;

    ZoneSockets(InetSocketAddress wanted, Responder responder) {
        this.wanted = wanted;
        this.responder = responder;
    }

    void open() throws IOException {
        bind(wanted.getPort() == 0 ? TRIES_FOR_A_COMMON_PORT : 1);
        threads.execute(this::serveUdp);
        threads.execute(this::acceptTcp);
    }

    private void bind(int tries) throws IOException {
        tcp = new ServerSocket();
        tcp.setReuseAddress(true);
        tcp.bind(wanted);
        try {
            udp = new DatagramSocket(new InetSocketAddress(wanted.getAddress(), tcp.getLocalPort()));
        } catch (BindException e) {
            tcp.close();
            if (tries == 1) {
                throw e;
            }
            bind(tries - 1);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(wanted.getAddress(), tcp.getLocalPort());
    }

    private void serveUdp() {
        byte[] buffer = new byte[65_535];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
                Optional<byte[]> response = responder.respond(Arrays.copyOf(buffer, packet.getLength()), false);
                if (response.isPresent()) {
                    byte[] wire = response.get();
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException | RuntimeException e) {
                logUnlessClosed(e);
            }
        }
    }

    private void acceptTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                connections.add(connection);
                threads.execute(() -> serveTcp(connection));
            } catch (IOException e) {
                logUnlessClosed(e);
            }
        }
    }

    private void serveTcp(Socket connection) {
        try (connection) {
            connection.setSoTimeout(IDLE_MILLIS);
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (true) {
                Optional<byte[]> response = responder.respond(in.readNBytes(in.readUnsignedShort()), true);
                if (response.isEmpty()) {
                    return;
                }
                byte[] framed = new byte[response.get().length + 2];
                framed[0] = (byte) (response.get().length >> 8);
                framed[1] = (byte) response.get().length;
                System.arraycopy(response.get(), 0, framed, 2, response.get().length);
                out.write(framed);
                out.flush();
            }
        } catch (EOFException e) {
            return; // the client is done
        } catch (IOException | RuntimeException e) {
            logUnlessClosed(e);
        } finally {
            connections.remove(connection);
        }
    }

    private void logUnlessClosed(Exception e) {
        if (!tcp.isClosed()) {
            System.getLogger(ZoneSockets.class.getName()).log(System.Logger.Level.DEBUG, "request not served", e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "zone-server");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            tcp.close();
            udp.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the zone server's sockets do not close", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
