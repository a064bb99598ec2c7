package io.breakwater.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface that nobody listens on at the moment of asking. */
public final class FreePorts {
    private FreePorts() {}

    /** The port itself when it is given, a free one for 0. */
    public static int orFree(int port) {
        return port == 0 ? next() : port;
    }

    /** A free TCP port. It is not reserved: who is unlucky finds it taken and must try again. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }
}
