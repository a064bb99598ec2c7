package io.breakwater.config.secrets;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts with AES-256-GCM under the master key. Each value is bound to what it is for, so that one cannot be put in
 * another's place. Stored form: nonce, then ciphertext with tag. Safe for threads.
 */
@Singleton
public class Vault {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Vault(SecretsConfig config) {
        this.key = read(config.masterKeyFile());
    }

    /** @param purpose for example {@code provisioning-key:123} */
    public byte[] encrypt(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, secret, purpose);
        return ByteBuffer.allocate(nonce.length + ciphertext.length)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /** @throws IllegalStateException when it was not encrypted under this master key for this purpose */
    public byte[] decrypt(byte[] stored, String purpose) {
        byte[] nonce = Arrays.copyOf(stored, NONCE_OCTETS);
        byte[] ciphertext = Arrays.copyOfRange(stored, NONCE_OCTETS, stored.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, ciphertext, purpose);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret is not readable with this master key", e);
        }
    }

    private static SecretKey read(Path file) {
        try {
            byte[] octets = Base64.getDecoder().decode(Files.readString(file).trim());
            if (octets.length != KEY_OCTETS) {
                throw new IllegalStateException(
                        "breakwater.secrets.master-key-file " + file + " must hold the Base64 text of 32 octets");
            }
            return new SecretKeySpec(octets, "AES");
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("breakwater.secrets.master-key-file " + file + " is not Base64", e);
        } catch (IOException e) {
            throw new UncheckedIOException("breakwater.secrets.master-key-file " + file + " cannot be read", e);
        }
    }
}
