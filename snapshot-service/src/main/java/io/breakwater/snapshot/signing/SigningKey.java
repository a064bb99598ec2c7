package io.breakwater.snapshot.signing;

import io.breakwater.contracts.snapshot.DocumentSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Optional;

/** An Ed25519 key pair that belongs together. Immutable. */
record SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    private static final byte[] PROBE = "breakwater".getBytes(StandardCharsets.UTF_8);

    /** @throws SigningKeyException when a file is missing or no such key, or when the two do not belong together */
    static SigningKey read(Path privateFile, Optional<Path> publicFile) {
        try {
            PrivateKey privateKey = DocumentSignature.privateKey(text(privateFile));
            PublicKey publicKey = publicFile.isPresent()
                    ? DocumentSignature.publicKey(text(publicFile.get()))
                    : publicKeyOf(privateKey);
            return new SigningKey(privateKey, publicKey).checked();
        } catch (GeneralSecurityException e) {
            throw new SigningKeyException(
                    "The snapshot signing key is not an Ed25519 key in PEM (" + privateFile + "): " + e.getMessage(),
                    e);
        }
    }

    /** The public key follows from the private key's seed (RFC 8032, section 5.1.5): a generator fed with that seed computes it. */
    private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new GeneralSecurityException("the private key does not give its seed"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new Seed(seed));
        return generator.generateKeyPair().getPublic();
    }

    private SigningKey checked() {
        if (!DocumentSignature.sign(PROBE, privateKey, publicKey).verifies(PROBE, publicKey)) {
            throw new SigningKeyException("The snapshot signing key and its public key do not belong together.");
        }
        return this;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SigningKeyException("The snapshot signing key cannot be read from " + file + ".", e);
        }
    }

    /** Gives one seed and nothing else. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] octets) {
            if (octets.length != seed.length) {
                throw new IllegalStateException("an Ed25519 seed has " + seed.length + " octets");
            }
            System.arraycopy(seed, 0, octets, 0, seed.length);
        }
    }
}
