package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.breakwater.activation.signing.DrKeys;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedKeyTest {

    @Test
    void readsWhatItWrites() throws KeyRefusedException {
        TrustedKey key = DrKeys.generate().publicKey();

        assertThat(TrustedKey.parse("some text\n" + key.pem().replace("\n", "\r\n")))
                .isEqualTo(key);
        assertThat(key.fingerprint()).hasSize(64).matches("[0-9a-f]+");
        assertThat(key.isUsable()).isTrue();
    }

    @Test
    void namesAPrivateKeyAndDoesNotRepeatIt() {
        String pem = DrKeys.generate().privatePem();

        assertThatExceptionOfType(KeyRefusedException.class)
                .isThrownBy(() -> TrustedKey.parse(pem))
                .withMessageContaining("private key")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(pem.substring(40, 80)));
    }

    @Test
    void refusesASmallKey() throws NoSuchAlgorithmException {
        PublicKey key = generate("RSA", 1024);

        assertRefused(pem(key)).withMessageContaining("1024 bits");
        assertThat(TrustedKey.of((RSAPublicKey) key).isUsable()).isFalse();
        assertThat(TrustedKey.orUnusable(pem(key)).isUsable()).isFalse();
    }

    @Test
    void refusesOtherAlgorithms() throws NoSuchAlgorithmException {
        assertRefused(pem(generate("EC", 256))).withMessageContaining("no RSA public key");
        assertRefused(pem(generate("Ed25519", 255))).withMessageContaining("no RSA public key");
        assertRefused(pem(generate("RSASSA-PSS", 2048))).withMessageContaining("no RSA public key");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "hello",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----"
            })
    void refusesWhatIsNoKey(String text) {
        assertRefused(text);
        assertThat(TrustedKey.orUnusable(text).isUsable()).isFalse();
    }

    @Test
    void refusesTwoKeysAtOnce() {
        String one = DrKeys.generate().publicPem();

        assertRefused(one + one).withMessageContaining("more than one");
    }

    private static ThrowableAssertAlternative<KeyRefusedException> assertRefused(String pem) {
        return assertThatExceptionOfType(KeyRefusedException.class).isThrownBy(() -> TrustedKey.parse(pem));
    }

    private static PublicKey generate(String algorithm, int size) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPublic();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
