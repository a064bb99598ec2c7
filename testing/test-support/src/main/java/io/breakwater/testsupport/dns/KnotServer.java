package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import io.breakwater.testsupport.InstalledProgram;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Debian's {@code knotd}. It sends NOTIFY over TCP only, and about a second after a dynamic update. */
public final class KnotServer implements DnsServer {
    private final Daemon daemon;

    private KnotServer(Daemon daemon) {
        this.daemon = daemon;
    }

    /**
     * Starts a server that answers when this returns.
     *
     * @param origin the zone's name
     * @param target is sent a NOTIFY for each change, signed when it has a key
     */
    public static KnotServer start(String origin, Optional<NotifyTarget> target) {
        String program = InstalledProgram.path("knotd", "knot");
        Daemon daemon = new Daemon("knot", origin);
        daemon.write("zone", Daemon.zone());
        String configuration = configuration(daemon, origin, target);
        daemon.runs(
                List.of(program, "-c", daemon.write("knot.conf", configuration).toString()));
        daemon.start();
        return new KnotServer(daemon);
    }

    private static String configuration(Daemon daemon, String origin, Optional<NotifyTarget> target) {
        String remotes = target.map(to -> """
                        remote:
                          - id: target
                            address: %s@%d
                        %s
                        """.formatted(
                                to.address().getHostString(),
                                to.address().getPort(),
                                to.key().map(key -> "    key: " + key.name()).orElse("")))
                .orElse("");
        return """
                server:
                  rundir: "%1$s"
                  listen: 127.0.0.1@%2$d
                  udp-workers: 1
                  tcp-workers: 1
                  background-workers: 1
                log:
                  - target: stderr
                    any: info
                database:
                  storage: "%1$s"
                key:
                %3$s%4$s%5$s
                acl:
                  - id: update
                    address: 127.0.0.1
                    key: %6$s
                    action: update
                zone:
                  - domain: %7$s
                    storage: "%1$s"
                    file: zone
                    acl: update
                    semantic-checks: off
                %8$s
                """.formatted(
                        daemon.directory(),
                        daemon.port(),
                        key(daemon.updateKey()),
                        key(Daemon.notifyKey(target)),
                        remotes,
                        daemon.updateKey().name(),
                        origin,
                        target.map(to -> "    notify: target").orElse(""));
    }

    private static String key(TsigKey key) {
        return "  - id: %s\n    algorithm: %s\n    secret: %s\n".formatted(key.name(), key.algorithm(), key.secret());
    }

    @Override
    public void start() {
        daemon.start();
    }

    @Override
    public void stop() {
        daemon.stop();
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    @Override
    public InetSocketAddress address() {
        return daemon.address();
    }

    @Override
    public ZoneClient client() {
        return daemon.client();
    }

    @Override
    public TsigKey updateKey() {
        return daemon.updateKey();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
