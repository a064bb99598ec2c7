package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.testsupport.InstalledProgram;
import java.util.List;
import java.util.Optional;

/** Debian's {@code knotd}. It sends NOTIFY over TCP only, and about a second after a dynamic update. */
public final class KnotServer extends Daemon {
    private final String program;
    private final Optional<NotifyTarget> target;

    private KnotServer(String program, String origin, Optional<NotifyTarget> target) {
        super("knot", origin);
        this.program = program;
        this.target = target;
        write("zone", zone());
    }

    /**
     * Starts a server that answers when this returns.
     *
     * @param origin the zone's name
     * @param target is sent a NOTIFY for each change, signed when it has a key
     */
    public static KnotServer start(String origin, Optional<NotifyTarget> target) {
        KnotServer server = new KnotServer(InstalledProgram.path("knotd", "knot"), origin, target);
        server.start();
        return server;
    }

    @Override
    List<String> command() {
        return List.of(program, "-c", write("knot.conf", configuration()).toString());
    }

    private String configuration() {
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
                        directory(),
                        port(),
                        key(updateKey()),
                        key(notifyKey(target)),
                        remotes,
                        updateKey().name(),
                        origin(),
                        target.map(to -> "    notify: target").orElse(""));
    }

    private static String key(TsigKey key) {
        return "  - id: %s\n    algorithm: %s\n    secret: %s\n".formatted(key.name(), key.algorithm(), key.secret());
    }
}
