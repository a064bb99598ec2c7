package io.breakwater.watcher;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.testsupport.dns.BindServer;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.dns.KnotServer;
import java.util.Optional;

/** The real name servers that the tests run with. */
public enum Server {
    BIND,
    KNOT;

    public static final String ZONE = "example.test";
    public static final String DOMAIN = "dr.example.test";

    public DnsServer start(Optional<NotifyTarget> target) {
        return this == BIND ? BindServer.start(ZONE, target) : KnotServer.start(ZONE, target);
    }
}
