package io.breakwater.snapshot.service;

import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** config-service's side, the signing key, and times that a test can wait for. */
public final class ServiceResource implements QuarkusTestResourceLifecycleManager {
    private ConfigServer server;

    @Override
    public Map<String, String> start() {
        server = new ConfigServer();
        Map<String, String> settings = new HashMap<>();
        settings.put("breakwater.config-service.url", server.url());
        settings.put("breakwater.dr-controller.url", server.url());
        // only a doubt or a person has it compared, so that each test sees which
        settings.put("breakwater.resync.every", "PT1H");
        settings.put("breakwater.resync.gap", "PT0.05S");
        settings.put("breakwater.resync.initial-back-off", "PT0.05S");
        settings.put("breakwater.service-client.secret-file", file("secret", ConfigServer.SECRET + "\n"));
        settings.putAll(keys());
        settings.put("breakwater.snapshot.capture.quiet", "PT0.3S");
        settings.put("breakwater.snapshot.capture.at-most", "PT1.2S");
        settings.put("breakwater.snapshot.capture.tick", "PT0.05S");
        settings.put("breakwater.snapshot.capture.upkeep", "PT0.5S");
        settings.put("breakwater.snapshot.capture.initial-back-off", "PT0.1S");
        settings.put("breakwater.snapshot.capture.max-back-off", "PT0.3S");
        settings.put("breakwater.snapshot.capture.patience", "8");
        settings.put("breakwater.events.trust-directory", trust());
        settings.put("breakwater.snapshot.event-keys.look-interval", "PT0.2S");
        settings.put("breakwater.snapshot.event-keys.patience", "PT0.2S");
        settings.put("breakwater.snapshot.retention.keep", "3");
        settings.put("breakwater.snapshot.retention.grace", "PT1H");
        settings.put("breakwater.snapshot.retention.cleanup-interval", "PT0.1S");
        settings.put("breakwater.snapshot.download.watch-interval", "PT0.05S");
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    private static Map<String, String> keys() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Map.of(
                    "breakwater.snapshot.signing-key-file",
                    file("key", pem("PRIVATE KEY", keys.getPrivate().getEncoded())),
                    "breakwater.snapshot.signing-public-key-file",
                    file("public", pem("PUBLIC KEY", keys.getPublic().getEncoded())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    /** A copy of its own, so that a test may add a key. */
    private static String trust() {
        try (Stream<Path> keys = Files.list(TestEventKeys.trustDirectory())) {
            Path own = Files.createTempDirectory("breakwater-snapshot-trust");
            for (Path key : keys.toList()) {
                Files.copy(key, own.resolve(key.getFileName()));
            }
            return own.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name, String text) {
        try {
            Path file = Files.writeString(Files.createTempFile("breakwater-snapshot-" + name, ".pem"), text);
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
