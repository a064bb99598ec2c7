package io.breakwater.dns;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.security.SecureRandom;

/**
 * Over UDP, on a socket of its own with a port that nobody can guess (RFC 5452, section 9.2), connected, so that the system drops what
 * comes from elsewhere.
 */
final class UdpConversation extends Conversation {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LOWEST_PORT = 32_768;
    private static final int PORTS = 32_768;
    private static final int TRIES_FOR_A_PORT = 8;

    private final DatagramChannel channel;
    private final InetSocketAddress server;
    private final byte[] query;

    private UdpConversation(
            DatagramChannel channel, InetSocketAddress server, byte[] query, ReplyMatcher matcher, int maxIgnored) {
        super(channel, matcher, maxIgnored);
        this.channel = channel;
        this.server = server;
        this.query = query;
    }

    static UdpConversation open(InetSocketAddress server, ReplyMatcher matcher, int maxIgnored) throws IOException {
        boolean v6 = server.getAddress() instanceof Inet6Address;
        DatagramChannel channel = DatagramChannel.open(v6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        return new UdpConversation(channel, server, matcher.query().toWire(), matcher, maxIgnored);
    }

    @Override
    int start() throws IOException {
        channel.configureBlocking(false);
        bind(TRIES_FOR_A_PORT);
        channel.connect(server);
        channel.write(ByteBuffer.wrap(query));
        return SelectionKey.OP_READ;
    }

    private void bind(int tries) throws IOException {
        try {
            int port = tries == 0 ? 0 : LOWEST_PORT + RANDOM.nextInt(PORTS);
            channel.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            if (tries == 0) {
                throw e;
            }
            bind(tries - 1);
        }
    }

    @Override
    void ready(SelectionKey key, ByteBuffer buffer) throws IOException {
        while (!isOver()) {
            buffer.clear();
            if (channel.receive(buffer) == null) {
                return;
            }
            received(buffer.flip());
        }
    }
}
