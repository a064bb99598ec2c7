package io.breakwater.platform.events;

import io.breakwater.contracts.event.Producer;
import io.breakwater.contracts.signature.ServiceSigner;
import io.breakwater.contracts.signature.TrustDirectory;
import io.breakwater.contracts.signature.VerificationKey;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * This service's signing key and the public keys of all producers, from files. They are looked at again every few seconds on a worker
 * thread; what cannot be read leaves the keys of before in force. A service without them does not start. Safe for threads.
 */
@Singleton
class EventKeyFiles {
    private static final Logger LOG = Logger.getLogger(EventKeyFiles.class);
    private static final int LARGEST_KEY = 65_536;
    private static final long ANXIOUS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Vertx vertx;
    private final EventsConfig config;
    private volatile ServiceSigner signer;
    private volatile TrustDirectory trust;
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime());
    private String lastTrouble = "";
    private long timer = -1;

    EventKeyFiles(Vertx vertx, EventsConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Before the channels start. */
    void start(@Observes @Priority(1) StartupEvent event) {
        Path file = config.signingKeyFile()
                .orElseThrow(() -> missing(
                        "breakwater.events.signing-key-file",
                        "the file of this service's private Ed25519 key (openssl genpkey -algorithm ed25519), whose public key is "
                                + config.source().substring(1) + ".pem in every breakwater.events.trust-directory"));
        Path directory = config.trustDirectory()
                .orElseThrow(
                        () -> missing(
                                "breakwater.events.trust-directory",
                                "a directory with the public Ed25519 keys of all services, such as dns-watcher.pem (openssl pkey -pubout)"));
        EventsConfig.Keys keys = config.keys();
        trust = new TrustDirectory(
                directory, new TrustDirectory.Limits(keys.maxFiles(), keys.maxFileSize(), keys.maxKeys()));
        try {
            signer = read(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("breakwater.events.signing-key-file: " + file + " " + why(e), e);
        }
        try {
            trust.read().forEach(what -> LOG.warnf("breakwater.events.trust-directory: %s", what));
        } catch (IOException e) {
            throw new IllegalStateException("breakwater.events.trust-directory: " + directory + " " + why(e), e);
        }
        timer = vertx.setPeriodic(keys.lookInterval().toMillis(), tick -> lookOnWorker());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    ServiceSigner signer() {
        return signer;
    }

    /** A key that nobody knows may be a new one: then the directory is looked at at once, but once a second at most. */
    Uni<Optional<VerificationKey>> find(Producer producer, String keyId) {
        Optional<VerificationKey> known = trust.find(producer, keyId);
        long before = lastLook.get();
        if (known.isPresent()
                || System.nanoTime() - before < ANXIOUS_NANOS
                || !lastLook.compareAndSet(before, System.nanoTime())) {
            return Uni.createFrom().item(known);
        }
        return Work.on(vertx, () -> {
            look();
            return trust.find(producer, keyId);
        });
    }

    private void lookOnWorker() {
        vertx.executeBlocking(
                        () -> {
                            look();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.error("The events' keys could not be looked at", failure));
    }

    private synchronized void look() {
        String trouble = "";
        try {
            signer = read(config.signingKeyFile().orElseThrow());
        } catch (IOException | IllegalArgumentException e) {
            trouble = "breakwater.events.signing-key-file " + why(e) + ". ";
        }
        try {
            trouble += String.join(". ", trust.read());
        } catch (IOException e) {
            trouble += "breakwater.events.trust-directory " + why(e);
        }
        if (!trouble.isEmpty() && !trouble.equals(lastTrouble)) {
            LOG.warnf("%s; the keys that were read last count", trouble);
        }
        lastTrouble = trouble;
    }

    private static ServiceSigner read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_KEY) {
            throw new IllegalArgumentException("is too large to be a key");
        }
        return new ServiceSigner(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    private static String why(Exception e) {
        return e instanceof IOException io ? "cannot be read (" + reason(io) + ")" : "is refused: " + e.getMessage();
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException none && none.getReason() != null
                ? none.getReason()
                : e.getClass().getSimpleName();
    }

    private static IllegalStateException missing(String setting, String fix) {
        return new IllegalStateException(setting + " is not set: give it " + fix);
    }
}
