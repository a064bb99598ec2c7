package io.breakwater.dns;

import io.breakwater.dns.LookupResult.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.xbill.DNS.Header;

/** Over TCP, on a connection of its own. However slowly octets trickle in, the time limit of the query stays. */
final class TcpConversation extends Conversation {
    private final SocketChannel channel;
    private final InetSocketAddress server;
    private final ByteBuffer query;
    private final ByteBuffer length = ByteBuffer.allocate(Short.BYTES);
    private ByteBuffer message;

    private TcpConversation(
            SocketChannel channel, InetSocketAddress server, ByteBuffer query, ReplyMatcher matcher, int maxIgnored) {
        super(channel, matcher, maxIgnored);
        this.channel = channel;
        this.server = server;
        this.query = query;
    }

    static TcpConversation open(InetSocketAddress server, ReplyMatcher matcher, int maxIgnored) throws IOException {
        byte[] query = matcher.query().toWire();
        ByteBuffer framed = ByteBuffer.allocate(Short.BYTES + query.length)
                .putShort((short) query.length)
                .put(query)
                .flip();
        return new TcpConversation(SocketChannel.open(), server, framed, matcher, maxIgnored);
    }

    @Override
    int start() throws IOException {
        channel.configureBlocking(false);
        return channel.connect(server) ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT;
    }

    @Override
    void ready(SelectionKey key, ByteBuffer buffer) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (key.isWritable()) {
            channel.write(query);
            key.interestOps(query.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
        if (key.isReadable()) {
            read();
        }
    }

    private void read() throws IOException {
        while (!isOver() && fill(message == null ? length : message)) {
            if (message == null) {
                begin(length.flip().getShort(0) & 0xFFFF);
            } else {
                received(message.flip());
                message = null;
                length.clear();
            }
        }
    }

    private void begin(int octets) {
        if (octets < Header.LENGTH) {
            end(new Outcome.Failed(Reason.MALFORMED, "a message over TCP that is shorter than a DNS header"));
        } else {
            message = ByteBuffer.allocate(octets);
        }
    }

    /** @return whether the buffer is full */
    private boolean fill(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            int octets = channel.read(target);
            if (octets < 0) {
                end(new Outcome.Failed(Reason.NETWORK, "the connection was closed before the answer"));
            }
            if (octets <= 0) {
                return false;
            }
        }
        return true;
    }
}
