package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import java.net.InetSocketAddress;

/** A real authoritative server with one zone, as a child process on a port of its own. Not safe for threads. */
public sealed interface DnsServer extends AutoCloseable permits Daemon {
    /** Starts it again on the same port with the zone as it was; does nothing when it runs. */
    void start();

    /** Ends it in good order. */
    void stop();

    /** Ends it with SIGKILL. */
    void kill();

    /** UDP and TCP. */
    InetSocketAddress address();

    /** Changes and reads the zone by signed dynamic updates. */
    ZoneClient client();

    /** Signs updates. */
    TsigKey updateKey();

    /** Stops it and removes its files. */
    @Override
    void close();
}
