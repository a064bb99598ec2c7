package io.breakwater.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.xbill.DNS.Message;

/** A name server over UDP that sends other datagrams first, and its answer, when it has one, 30 ms later. */
final class NoisyServer implements AutoCloseable {
    private static final long LATER_MILLIS = 30;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Function<Message, List<byte[]>> noise;
    private final Function<Message, Message> answer;
    private final DatagramSocket socket;
    private final DatagramSocket noiseFrom;

    /** @param elsewhere whether the noise comes from another port */
    NoisyServer(boolean elsewhere, Function<Message, List<byte[]>> noise, Function<Message, Message> answer) {
        this.noise = noise;
        this.answer = answer;
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            this.socket = new DatagramSocket(new InetSocketAddress(loopback, 0));
            this.noiseFrom = elsewhere ? new DatagramSocket(new InetSocketAddress(loopback, 0)) : socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "noisy-dns");
        thread.setDaemon(true);
        thread.start();
    }

    ServerAddress address() {
        return new ServerAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    private void serve() {
        byte[] buffer = new byte[65_535];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                SocketAddress client = packet.getSocketAddress();
                Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
                for (byte[] datagram : noise.apply(query)) {
                    noiseFrom.send(new DatagramPacket(datagram, datagram.length, client));
                }
                Message right = answer.apply(query);
                if (right != null) {
                    timer.schedule(() -> send(right.toWire(), client), LATER_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void send(byte[] datagram, SocketAddress client) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, client));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        socket.close();
        noiseFrom.close();
    }
}
