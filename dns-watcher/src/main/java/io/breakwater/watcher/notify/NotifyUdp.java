package io.breakwater.watcher.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import org.jboss.logging.Logger;

/** NOTIFY over UDP. Confined to its event loop. */
final class NotifyUdp {
    private static final Logger LOG = Logger.getLogger(NotifyUdp.class);

    private final NotifyHandler handler;
    private final DatagramSocket socket;

    NotifyUdp(Vertx vertx, NotifyHandler handler) {
        this.handler = handler;
        this.socket = vertx.createDatagramSocket(new DatagramSocketOptions().setReceiveBufferSize(1 << 18));
        socket.handler(this::received);
        socket.exceptionHandler(failure -> LOG.debugf("UDP: %s", failure.getMessage()));
    }

    Future<DatagramSocket> listen(int port, String host) {
        return socket.listen(port, host);
    }

    Future<Void> close() {
        return socket.close();
    }

    private void received(DatagramPacket packet) {
        byte[] reply = handler.handle(packet.data().getBytes(), "udp");
        if (reply != null) {
            socket.send(
                            Buffer.buffer(reply),
                            packet.sender().port(),
                            packet.sender().host())
                    .onFailure(failure -> LOG.debugf("a reply to NOTIFY was not sent: %s", failure.getMessage()));
        }
    }
}
