package io.breakwater.watcher.notify;

import io.breakwater.watcher.polling.Watches;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Listens for NOTIFY on one port, UDP and TCP, from the start of the service to its end. */
@Singleton
public class NotifyListener {
    private static final Logger LOG = Logger.getLogger(NotifyListener.class);

    private final Vertx vertx;
    private final NotifyConfig config;
    private final NotifyHandler handler;
    private final boolean authenticated;
    private NotifyTcp tcp;
    private NotifyUdp udp;
    private volatile int port;

    NotifyListener(Vertx vertx, NotifyConfig config, Watches watches, MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        TsigKeys keys = TsigKeys.of(config);
        this.authenticated = !keys.isEmpty();
        this.handler = new NotifyHandler(
                new NotifyMessages(keys), new NotifyPace(config.maxPerSecond(), System::nanoTime), watches, meters);
    }

    /** The port, once it listens; else 0. */
    public int port() {
        return port;
    }

    /** Blocks the starting thread until both sockets are bound. */
    void start(@Observes StartupEvent event) {
        tcp = new NotifyTcp(vertx, handler, config);
        udp = new NotifyUdp(vertx, handler);
        Future<Integer> bound = tcp.listen(config.port(), config.host())
                .compose(chosen -> udp.listen(chosen, config.host()).map(chosen));
        try {
            port = bound.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "cannot listen for NOTIFY on " + config.host() + ":" + config.port()
                            + " (breakwater.watcher.notify.host, .port): "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
        LOG.infof(
                "listening for NOTIFY on %s:%d, %s",
                config.host(), port, authenticated ? "TSIG is required" : "without TSIG: no key is set");
    }

    void stop(@Observes ShutdownEvent event) {
        port = 0;
        Future.join(tcp.close(), udp.close()).onFailure(failure -> LOG.debugf("closing: %s", failure.getMessage()));
    }
}
