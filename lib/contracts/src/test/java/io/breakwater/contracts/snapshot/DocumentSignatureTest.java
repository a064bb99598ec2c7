package io.breakwater.contracts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves for I6 that a document is believed only with the signature over exactly its bytes. */
class DocumentSignatureTest {
    private static final byte[] DOCUMENT = "{\"format\":1}".getBytes(StandardCharsets.UTF_8);

    private final KeyPair keys = newKeys();
    private final DocumentSignature signature = DocumentSignature.sign(DOCUMENT, keys.getPrivate(), keys.getPublic());

    @Test
    void verifiesAfterTravellingAsAHeader() {
        assertThat(DocumentSignature.parse(signature.header()).verifies(DOCUMENT, keys.getPublic()))
                .isTrue();
    }

    @Test
    void failsWithAnyOneBitOfTheDocumentFlipped() {
        for (int bit = 0; bit < DOCUMENT.length * 8; bit++) {
            assertThat(signature.verifies(flipped(DOCUMENT, bit), keys.getPublic()))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void failsWithAnyOneBitOfTheSignatureFlipped() {
        for (int bit = 0; bit < 64 * 8; bit += 7) {
            DocumentSignature other = new DocumentSignature(signature.keyId(), flipped(signature.signature(), bit));
            assertThat(other.verifies(DOCUMENT, keys.getPublic()))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void failsWithAnotherKeyEvenUnderItsId() {
        KeyPair other = newKeys();

        assertThat(signature.verifies(DOCUMENT, other.getPublic())).isFalse();
        assertThat(new DocumentSignature(DocumentSignature.keyId(other.getPublic()), signature.signature())
                        .verifies(DOCUMENT, other.getPublic()))
                .isFalse();
    }

    @Test
    void failsWithASignatureOfAnotherLength() {
        assertThat(new DocumentSignature(signature.keyId(), new byte[3]).verifies(DOCUMENT, keys.getPublic()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, is missing",
                "'', is missing",
                ":QUJD, is missing",
                "QUJD, is missing",
                "ABCDEF0123456789:QUJD, key id",
                "0123:QUJD, key id",
                "0123456789abcdef:%%%, not Base64"
            })
    void saysWhatIsWrongWithAHeader(String header, String said) {
        assertThatThrownBy(() -> DocumentSignature.parse(header))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void readsKeysFromPem() throws GeneralSecurityException {
        String publicPem = pem("PUBLIC KEY", keys.getPublic().getEncoded());
        String privatePem = pem("PRIVATE KEY", keys.getPrivate().getEncoded());

        assertThat(DocumentSignature.publicKey(publicPem)).isEqualTo(keys.getPublic());
        assertThat(DocumentSignature.privateKey(privatePem)).isEqualTo(keys.getPrivate());
    }

    @Test
    void refusesAPrivateKeyAsPublicKeyAndOtherText() {
        String privatePem = pem("PRIVATE KEY", keys.getPrivate().getEncoded());

        assertThatThrownBy(() -> DocumentSignature.publicKey(privatePem)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> DocumentSignature.publicKey("")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> DocumentSignature.publicKey(pem("PUBLIC KEY", new byte[] {1, 2, 3})))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static byte[] flipped(byte[] octets, int bit) {
        byte[] copy = octets.clone();
        copy[bit / 8] ^= (byte) (1 << (bit % 8));
        return copy;
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
