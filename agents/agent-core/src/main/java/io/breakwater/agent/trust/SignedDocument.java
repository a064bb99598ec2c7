package io.breakwater.agent.trust;

import io.breakwater.contracts.snapshot.DocumentSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A document's exact octets with the signature that came with them. On disk: the signature's header form, a line feed, the octets.
 *
 * @param octets what was signed
 * @param signature header form
 */
public record SignedDocument(byte[] octets, String signature) {

    /** Reads the disk form; empty when it is none. */
    public static Optional<SignedDocument> ofFile(byte[] file) {
        for (int i = 0; i < file.length && i < 512; i++) {
            if (file[i] == '\n') {
                return Optional.of(new SignedDocument(
                        Arrays.copyOfRange(file, i + 1, file.length),
                        new String(file, 0, i, StandardCharsets.ISO_8859_1)));
            }
        }
        return Optional.empty();
    }

    /** The disk form. */
    public byte[] file() {
        byte[] line = (signature + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = Arrays.copyOf(line, line.length + octets.length);
        System.arraycopy(octets, 0, file, line.length, octets.length);
        return file;
    }

    /** Whether one of the keys signed exactly these octets. */
    public boolean signedByOneOf(List<PublicKey> keys) {
        try {
            DocumentSignature parsed = DocumentSignature.parse(signature);
            return keys.stream().anyMatch(key -> parsed.verifies(octets, key));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws GeneralSecurityException when one is no Ed25519 public key */
    static List<PublicKey> keys(List<String> pems) throws GeneralSecurityException {
        List<PublicKey> keys = new ArrayList<>();
        for (String pem : pems) {
            keys.add(DocumentSignature.publicKey(pem));
        }
        return List.copyOf(keys);
    }
}
