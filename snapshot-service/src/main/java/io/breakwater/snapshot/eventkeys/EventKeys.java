package io.breakwater.snapshot.eventkeys;

import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.snapshot.content.CanonicalJson;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys now. Read again from time to time on a worker thread, so that a new key needs no restart; while the directory cannot be read, or
 * holds none, those that were read last count. Safe for threads.
 */
@Singleton
public class EventKeys {
    private static final Logger LOG = Logger.getLogger(EventKeys.class);

    private final Vertx vertx;
    private final EventKeysConfig config;
    private final Optional<EventKeyFiles> files;
    private volatile Known known = Known.of(List.of());
    private volatile boolean failing;
    private long timer = -1;

    /** @param digest of the keys, for whoever asks whether something was made with others */
    private record Known(List<EventKey> keys, String digest) {
        static Known of(List<EventKey> keys) {
            return new Known(keys, DocumentSignature.sha256(CanonicalJson.octets(keys)));
        }
    }

    EventKeys(
            Vertx vertx,
            EventKeysConfig config,
            @ConfigProperty(name = "breakwater.events.trust-directory") Optional<Path> directory) {
        this.vertx = vertx;
        this.config = config;
        this.files = directory.map(one -> new EventKeyFiles(one, config));
    }

    /** Before anything is captured. */
    void start(@Observes @Priority(1) StartupEvent event) {
        if (files.isPresent()) {
            look();
            timer = vertx.setPeriodic(config.lookInterval().toMillis(), tick -> lookOnWorker());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    public List<EventKey> all() {
        return known.keys();
    }

    /** Another one when a key came or went. */
    public String digest() {
        return known.digest();
    }

    private void lookOnWorker() {
        vertx.executeBlocking(
                        () -> {
                            look();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.error("The producers' keys could not be looked at", failure));
    }

    /** A look that fails is told once until one succeeds. */
    private void look() {
        boolean failed = false;
        try {
            List<EventKey> read = files.orElseThrow().read();
            failed = read.isEmpty();
            if (!failed && !read.equals(known.keys())) {
                known = Known.of(read);
                LOG.infof("Indexes tell %d keys of the producers to whom agents listen", read.size());
            }
        } catch (IOException e) {
            failed = true;
        }
        if (failed && !failing) {
            LOG.warn("breakwater.events.trust-directory cannot be read, or holds no key of a producer to whom agents"
                    + " listen: indexes tell the keys that were read last");
        }
        failing = failed;
    }
}
