package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.testsupport.InstalledProgram;
import java.util.List;
import java.util.Optional;

/**
 * Debian's {@code named}, told to send NOTIFY at once: {@code notify-delay 0}, and {@code notify-rate 1000} because with the default of
 * 20 every second of two quick changes waits up to half a second.
 */
public final class BindServer extends Daemon {
    private final String program;
    private final Optional<NotifyTarget> target;

    private BindServer(String program, String origin, Optional<NotifyTarget> target) {
        super("bind", origin);
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
    public static BindServer start(String origin, Optional<NotifyTarget> target) {
        BindServer server = new BindServer(InstalledProgram.path("named", "bind9"), origin, target);
        server.start();
        return server;
    }

    @Override
    List<String> command() {
        return List.of(
                program,
                "-4",
                "-g",
                "-n",
                "1",
                "-c",
                write("named.conf", configuration()).toString());
    }

    private String configuration() {
        String also = target.map(to -> "also-notify { %s port %d%s; };"
                        .formatted(
                                to.address().getHostString(),
                                to.address().getPort(),
                                to.key().map(key -> " key " + key.name()).orElse("")))
                .orElse("");
        return """
                options {
                  directory "%1$s";
                  pid-file "%1$s/named.pid";
                  session-keyfile "%1$s/session.key";
                  listen-on port %2$d { 127.0.0.1; };
                  listen-on-v6 { none; };
                  recursion no;
                  empty-zones-enable no;
                  dnssec-validation no;
                  minimal-responses yes;
                  notify-rate 1000;
                };
                controls { };
                %3$s
                %4$s
                zone "%5$s" {
                  type primary;
                  file "%1$s/zone";
                  allow-update { key %6$s; };
                  notify explicit;
                  notify-delay 0;
                  %7$s
                };
                """.formatted(
                        directory(),
                        port(),
                        key(updateKey()),
                        key(notifyKey(target)),
                        origin(),
                        updateKey().name(),
                        also);
    }

    private static String key(TsigKey key) {
        return "key \"%s\" { algorithm %s; secret \"%s\"; };".formatted(key.name(), key.algorithm(), key.secret());
    }
}
