package io.breakwater.embedded.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The UDP and the TCP socket of a zone server, both on one port: one thread for UDP, one for each TCP connection. */
final class ZoneSockets implements AutoCloseable {
    private static final int TRIES_FOR_A_COMMON_PORT = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool(ZoneSockets::thread);
    private final TcpConnections connections;
    private final InetSocketAddress wanted;
    private final Responder responder;
    private ServerSocket tcp;
    private DatagramSocket udp;

    ZoneSockets(InetSocketAddress wanted, Responder responder, ZoneLimits limits) {
        this.wanted = wanted;
        this.responder = responder;
        this.connections = new TcpConnections(limits, threads, request -> responder.respond(request, true));
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
                for (byte[] wire : responder.respond(Arrays.copyOf(buffer, packet.getLength()), false)) {
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
                connections.serve(tcp.accept());
            } catch (IOException e) {
                logUnlessClosed(e);
            }
        }
    }

    private void logUnlessClosed(Exception e) {
        if (!tcp.isClosed()) {
            System.getLogger(ZoneSockets.class.getName()).log(System.Logger.Level.DEBUG, "request not served", e);
        }
    }

    static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "zone-server");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            tcp.close();
            udp.close();
            connections.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the zone server's sockets do not close", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
