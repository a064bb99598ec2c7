package io.breakwater.activation.signing;

import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.TrustedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Set;

/**
 * A tenant's key pair for activation records.
 *
 * @param privateKey signs; leaves the administrator's machine for no one
 * @param publicKey is given to config-service
 */
public record DrKeys(RSAPrivateCrtKey privateKey, TrustedKey publicKey) {

    public static final String PRIVATE_FILE = "dr_privatekey.pem";
    public static final String PUBLIC_FILE = "dr_publickey.pem";

    private static final int BITS = 2048;

    /** A new RSA pair of 2048 bits. */
    public static DrKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new DrKeys((RSAPrivateCrtKey) pair.getPrivate(), TrustedKey.of((RSAPublicKey) pair.getPublic()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    /**
     * The pair of a private key, PKCS#8 or PKCS#1 PEM.
     *
     * @throws KeyRefusedException when it is encrypted, no RSA key, or too small
     */
    public static DrKeys ofPrivatePem(String pem) throws KeyRefusedException {
        RSAPrivateCrtKey key = PrivateKeyPem.read(pem);
        try {
            TrustedKey publicKey =
                    TrustedKey.parse(TrustedKey.of(PrivateKeyPem.publicOf(key)).pem());
            return new DrKeys(key, publicKey);
        } catch (GeneralSecurityException e) {
            throw new KeyRefusedException("This RSA private key is damaged", e);
        }
    }

    /** As {@link #ofPrivatePem}, from a file. */
    public static DrKeys readPrivate(Path file) throws IOException, KeyRefusedException {
        return ofPrivatePem(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /** PKCS#8. */
    public String privatePem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PRIVATE KEY-----\n" + lines.encodeToString(privateKey.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** SubjectPublicKeyInfo. */
    public String publicPem() {
        return publicKey.pem();
    }

    /**
     * Writes {@value #PRIVATE_FILE}, which only the owner may read, and {@value #PUBLIC_FILE}.
     *
     * @throws FileAlreadyExistsException when one of them is there: a key is never overwritten
     */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path publicFile = directory.resolve(PUBLIC_FILE);
        if (Files.exists(publicFile)) {
            throw new FileAlreadyExistsException(publicFile.toString());
        }
        create(directory.resolve(PRIVATE_FILE), privatePem(), "rw-------");
        create(publicFile, publicPem(), "rw-r--r--");
    }

    private static void create(Path file, String text, String permissions) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(file, options, attributes)) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
        }
    }

    /** Shows no private key. */
    @Override
    public String toString() {
        return "DrKeys[" + publicKey.fingerprint() + "]";
    }
}
