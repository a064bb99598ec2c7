package io.breakwater.local.ports;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;

/** Whether ports of the loopback interface are free. */
public final class PortCheck {
    private PortCheck() {}

    /** Whether nobody listens there, over TCP and over UDP. */
    public static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket tcp = new ServerSocket()) {
            tcp.bind(address);
        } catch (IOException e) {
            return false;
        }
        try (DatagramSocket udp = new DatagramSocket(address)) {
            return udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Checks before anything is started.
     *
     * @param names the things that are going to listen
     * @throws SuiteException that names each taken port, what it is for, and how to choose another
     */
    public static void requireFree(PortPlan plan, Collection<String> names) {
        List<String> taken =
                names.stream().filter(name -> !isFree(plan.port(name))).toList();
        if (!taken.isEmpty()) {
            throw new SuiteException(message(plan, taken));
        }
    }

    static String message(PortPlan plan, List<String> taken) {
        StringBuilder message = new StringBuilder();
        for (String name : taken) {
            int port = plan.port(name);
            String holder = PortHolder.of(port).map(who -> ": " + who).orElse(" by another program");
            message.append("port %d, which %s needs, is taken%s%n".formatted(port, name, holder));
        }
        return message.append(
                        "choose another with --port %s=N, or move all of them with --port-offset N, for example 1000"
                                .formatted(taken.get(0)))
                .toString();
    }
}
