package io.breakwater.testsupport.eventkeys;

import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Producer;
import io.breakwater.contracts.signature.AgentSigner;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.contracts.signature.GrowingCounter;
import io.breakwater.contracts.signature.ServiceSigner;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.testsupport.SharedServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;

/**
 * One Ed25519 key for each service and one P-256 key for all agents, the same for all class loaders of the JVM: private keys {@code
 * <producer>.key}, and {@code trust/<producer>.pem}. A {@link #STRANGER} has a key that nobody trusts.
 */
public final class TestEventKeys {
    public static final String STRANGER = "stranger";

    private static final String AGENTS = "agents";
    private static final GrowingCounter COUNTER = new GrowingCounter(Clock.systemUTC());

    private TestEventKeys() {}

    /** What tested services have as {@code breakwater.events.trust-directory}. */
    public static Path trustDirectory() {
        return directory().resolve("trust");
    }

    /** @param name of a service, or {@link #STRANGER} */
    public static Path privateKeyFile(String name) {
        return directory().resolve(name + ".key");
    }

    /** Signs as the producer of that type. */
    public static EventSigner of(EventType type) {
        return type.producer().isAgent() ? agent() : of(type.producer().label());
    }

    /** Signs with the key of that service, or of {@link #STRANGER}. */
    public static EventSigner of(String name) {
        return new ServiceSigner(read(privateKeyFile(name)));
    }

    /** Signs with the key of the agents, each event with a higher counter. */
    public static EventSigner agent() {
        return new AgentSigner(agentPrivateKey(), agentPublicKey(), COUNTER);
    }

    /** The agents' public key as PEM, as config-service tells it. */
    public static String agentPem() {
        return pem("PUBLIC KEY", agentPublicKey().getEncoded());
    }

    /** The key id of {@link #agentPem}. */
    public static String agentKeyId() {
        return DocumentSignature.sha256(agentPublicKey().getEncoded());
    }

    private static PublicKey agentPublicKey() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(
                            new X509EncodedKeySpec(decode(read(directory().resolve(AGENTS + ".public")))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC", e);
        }
    }

    private static PrivateKey agentPrivateKey() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(decode(read(privateKeyFile(AGENTS)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC", e);
        }
    }

    /** Where all of them are; the {@link #STRANGER}'s public key as {@code stranger.public}. */
    public static Path directory() {
        return Path.of(SharedServers.known("breakwater.test.event-keys", TestEventKeys::make));
    }

    private static String make(Path directory) {
        try {
            Path trust = Files.createDirectory(directory.resolve("trust"));
            for (Producer producer : Producer.values()) {
                if (!producer.isAgent()) {
                    KeyPair pair = ed25519(directory, producer.label());
                    Files.writeString(
                            trust.resolve(producer.label() + ".pem"),
                            pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                }
            }
            Files.writeString(
                    directory.resolve(STRANGER + ".public"),
                    pem("PUBLIC KEY", ed25519(directory, STRANGER).getPublic().getEncoded()));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair agents = generator.generateKeyPair();
            Files.writeString(
                    directory.resolve(AGENTS + ".key"),
                    pem("PRIVATE KEY", agents.getPrivate().getEncoded()));
            Files.writeString(
                    directory.resolve(AGENTS + ".public"),
                    pem("PUBLIC KEY", agents.getPublic().getEncoded()));
            return directory.toString();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no keys of events for tests", e);
        }
    }

    private static KeyPair ed25519(Path directory, String name) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(
                directory.resolve(name + ".key"),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        return pair;
    }

    private static String pem(String type, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }

    private static byte[] decode(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("no key in " + file, e);
        }
    }
}
