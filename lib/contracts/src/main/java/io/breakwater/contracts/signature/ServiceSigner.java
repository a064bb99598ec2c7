package io.breakwater.contracts.signature;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs with a service's Ed25519 key. Safe for threads. */
public final class ServiceSigner implements EventSigner {
    private final Ed25519PrivateKeyParameters key;
    private final String keyId;
    private final String protectedPart;

    /** @throws IllegalArgumentException when the PEM is not that of an Ed25519 key (PKCS#8); the message says what is wrong */
    public ServiceSigner(String privateKeyPem) {
        this.key = KeyPem.ed25519Private(privateKeyPem);
        this.keyId = VerificationKey.of(key.generatePublicKey()).keyId();
        this.protectedPart = new JwsHeader("EdDSA", keyId, null).encoded();
    }

    /** SHA-256 of the public key's SubjectPublicKeyInfo, lower-case hex. */
    public String keyId() {
        return keyId;
    }

    @Override
    public String sign(String topic, String key, Map<String, String> headers, byte[] value) {
        byte[] input = SigningInput.of(protectedPart, topic, key, name -> octets(headers.get(name)), value);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, this.key);
        signer.update(input, 0, input.length);
        return DetachedJws.text(protectedPart, signer.generateSignature());
    }

    static byte[] octets(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
