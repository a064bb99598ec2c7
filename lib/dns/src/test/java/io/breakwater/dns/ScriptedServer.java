package io.breakwater.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A DNS server that says what a test tells it to, over UDP and TCP on one random loopback port. A null answer is silence. */
final class ScriptedServer implements AutoCloseable {
    private final BiFunction<Message, Boolean, byte[]> script;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final AtomicInteger queries = new AtomicInteger();

    private ScriptedServer(String host, BiFunction<Message, Boolean, byte[]> script) {
        this.script = script;
        try {
            InetAddress loopback = InetAddress.getByName(host);
            this.tcp = new ServerSocket(0, 10, loopback);
            this.udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serveUdp);
        daemon(this::serveTcp);
    }

    /** The same over UDP and TCP. */
    static ScriptedServer answering(Function<Message, Message> script) {
        return new ScriptedServer("127.0.0.1", (query, overTcp) -> {
            Message answer = script.apply(query);
            return answer == null ? null : answer.toWire();
        });
    }

    /** Different over TCP, octets as they are. */
    static ScriptedServer answeringOctets(BiFunction<Message, Boolean, byte[]> script) {
        return answeringOctets("127.0.0.1", script);
    }

    /** The same at another loopback address. */
    static ScriptedServer answeringOctets(String host, BiFunction<Message, Boolean, byte[]> script) {
        return new ScriptedServer(host, script);
    }

    /** An authoritative answer with these records. */
    static Message answer(Message query, Record... records) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setOpcode(Opcode.QUERY);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        Arrays.stream(records).forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    static Name name(String name) {
        return Name.fromConstantString(name);
    }

    ServerAddress address() {
        return new ServerAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    int queries() {
        return queries.get();
    }

    private void serveUdp() {
        byte[] buffer = new byte[65_535];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] answer = handle(Arrays.copyOf(buffer, packet.getLength()), false);
                if (answer != null) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!udp.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] answer = handle(in.readNBytes(in.readUnsignedShort()), true);
                if (answer != null) {
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            } catch (IOException e) {
                if (!tcp.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] handle(byte[] query, boolean overTcp) throws IOException {
        queries.incrementAndGet();
        return script.apply(new Message(query), overTcp);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-dns");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
