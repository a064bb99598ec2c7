package io.breakwater.contracts.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import java.util.function.LongSupplier;

/** Signs with the P-256 key of an agent's certificate, each event with a higher counter. Safe for threads when the counter is. */
public final class AgentSigner implements EventSigner {
    static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private final PrivateKey key;
    private final String keyId;
    private final LongSupplier counter;

    /** @param counter for example a {@link GrowingCounter} */
    public AgentSigner(PrivateKey key, PublicKey publicKey, LongSupplier counter) {
        this.key = key;
        this.keyId = VerificationKey.ofEncoded(publicKey.getEncoded()).keyId();
        this.counter = counter;
    }

    @Override
    public String sign(String topic, String key, Map<String, String> headers, byte[] value) {
        String protectedPart = new JwsHeader("ES256", keyId, counter.getAsLong()).encoded();
        byte[] input =
                SigningInput.of(protectedPart, topic, key, name -> ServiceSigner.octets(headers.get(name)), value);
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(this.key);
            signer.update(input);
            return DetachedJws.text(protectedPart, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the agent's key does not sign", e);
        }
    }
}
