package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import io.breakwater.testsupport.InstalledProgram;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Debian's {@code named}, told to send NOTIFY at once: {@code notify-delay 0}, and {@code notify-rate 1000} because with the default of
 * 20 every second of two quick changes waits up to half a second.
 */
public final class BindServer implements DnsServer {
    private final Daemon daemon;

    private BindServer(Daemon daemon) {
        this.daemon = daemon;
    }

    /**
     * Starts a server that answers when this returns.
     *
     * @param origin the zone's name
     * @param target is sent a NOTIFY for each change, signed when it has a key
     */
    public static BindServer start(String origin, Optional<NotifyTarget> target) {
        String program = InstalledProgram.path("named", "bind9");
        Daemon daemon = new Daemon("bind", origin);
        daemon.write("zone", Daemon.zone());
        String configuration = configuration(daemon, origin, target);
        daemon.runs(List.of(
                program,
                "-4",
                "-g",
                "-n",
                "1",
                "-c",
                daemon.write("named.conf", configuration).toString()));
        daemon.start();
        return new BindServer(daemon);
    }

    private static String configuration(Daemon daemon, String origin, Optional<NotifyTarget> target) {
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
                        daemon.directory(),
                        daemon.port(),
                        key(daemon.updateKey()),
                        key(Daemon.notifyKey(target)),
                        origin,
                        daemon.updateKey().name(),
                        also);
    }

    private static String key(TsigKey key) {
        return "key \"%s\" { algorithm %s; secret \"%s\"; };".formatted(key.name(), key.algorithm(), key.secret());
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
