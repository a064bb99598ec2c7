package io.breakwater.local.secrets;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.local.layout.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** The secrets in one directory; what is missing is made when it is asked for. Safe for threads. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final EventKeys eventKeys;

    public Secrets(Path directory) {
        this.directory = directory;
        this.eventKeys = new EventKeys(directory.resolve("events"));
    }

    /** Base64 of the 32 octets with which config-service encrypts what it keeps secret. */
    public Path masterKey() {
        return file("master.key", () -> Base64.getEncoder().encodeToString(octets(32)));
    }

    /** With which config-service signs tokens: RSA, PKCS#8 PEM. */
    public Path tokenSigningKey() {
        return pair("token", "RSA", 2048).resolve("token-private.pem");
    }

    /** With which the other services verify them. */
    public Path tokenPublicKey() {
        return pair("token", "RSA", 2048).resolve("token-public.pem");
    }

    /** With which snapshot-service signs: Ed25519, PKCS#8 PEM. */
    public Path snapshotSigningKey() {
        return pair("snapshot", "Ed25519", 0).resolve("snapshot-private.pem");
    }

    /** With which agents verify snapshots. */
    public Path snapshotPublicKey() {
        return pair("snapshot", "Ed25519", 0).resolve("snapshot-public.pem");
    }

    /** With which services sign events. */
    public EventKeys eventKeys() {
        return eventKeys;
    }

    /** The secret of a service client, for example {@code snapshot-service}. */
    public Path clientSecret(String client) {
        return file("client-" + client + ".secret", Secrets::password);
    }

    public String databasePassword() {
        return PrivateFiles.read(file("postgres.password", Secrets::password));
    }

    /** Signs dynamic updates of the zone. */
    public TsigKey updateKey() {
        return tsig("breakwater-update", "tsig-update.key");
    }

    /** Signs NOTIFY to the watcher. */
    public TsigKey notifyKey() {
        return tsig("breakwater-notify", "tsig-notify.key");
    }

    /** The same key as a file that holds {@code algorithm:base64}. */
    public Path notifyKeyFile() {
        notifyKey();
        return directory.resolve("tsig-notify.key");
    }

    /** The same key as BIND's {@code named.conf} includes it. */
    public Path notifyKeyForBind() {
        TsigKey key = notifyKey();
        return file(
                "notify-key.conf",
                () -> "key \"%s\" {\n\talgorithm %s;\n\tsecret \"%s\";\n};\n"
                        .formatted(key.name(), key.algorithm(), key.secret()));
    }

    private TsigKey tsig(String name, String file) {
        Path path = file(file, () -> TsigKey.generate(name).text());
        return TsigKey.parse(name, PrivateFiles.read(path).strip());
    }

    private synchronized Path file(String name, Supplier<String> fresh) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, fresh.get());
        }
        return file;
    }

    /** The public key is written last: when it is there, both are. */
    private synchronized Path pair(String name, String algorithm, int bits) {
        Path publicFile = directory.resolve(name + "-public.pem");
        if (!Files.exists(publicFile)) {
            KeyPair pair = Pem.pair(algorithm, bits);
            PrivateFiles.write(
                    directory.resolve(name + "-private.pem"),
                    Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFiles.write(
                    publicFile, Pem.text("PUBLIC KEY", pair.getPublic().getEncoded()));
        }
        return directory;
    }

    private static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets(24));
    }

    private static byte[] octets(int number) {
        byte[] octets = new byte[number];
        RANDOM.nextBytes(octets);
        return octets;
    }
}
