package io.breakwater.contracts.signature;

import io.breakwater.contracts.snapshot.DocumentSignature;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A public key of a producer. Immutable. */
public final class VerificationKey {
    private final String keyId;
    private final Ed25519PublicKeyParameters ed25519;
    private final PublicKey p256;

    private VerificationKey(String keyId, Ed25519PublicKeyParameters ed25519, PublicKey p256) {
        this.keyId = keyId;
        this.ed25519 = ed25519;
        this.p256 = p256;
    }

    /**
     * Reads the one key of a text: Ed25519 for services, P-256 for agents.
     *
     * @param pem SubjectPublicKeyInfo
     * @throws IllegalArgumentException when it is none; the message says what is wrong
     */
    public static VerificationKey ofPem(String pem) {
        List<byte[]> blocks = KeyPem.publicBlocks(pem);
        if (blocks.size() != 1 || blocks.get(0) == null) {
            throw new IllegalArgumentException("this is not one -----BEGIN PUBLIC KEY-----");
        }
        return ofEncoded(blocks.get(0));
    }

    /** @param encoded SubjectPublicKeyInfo, DER */
    static VerificationKey ofEncoded(byte[] encoded) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(encoded);
            if (key instanceof Ed25519PublicKeyParameters ed25519) {
                return of(ed25519);
            }
            PublicKey p256 = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            if (isP256(p256)) {
                return new VerificationKey(DocumentSignature.sha256(encoded), null, p256);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("the PUBLIC KEY is damaged or neither Ed25519 nor P-256", e);
        }
        throw new IllegalArgumentException("the PUBLIC KEY is neither Ed25519 nor P-256");
    }

    static VerificationKey of(Ed25519PublicKeyParameters key) {
        try {
            byte[] encoded =
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
            return new VerificationKey(DocumentSignature.sha256(encoded), key, null);
        } catch (IOException e) {
            throw new IllegalArgumentException("the key cannot be encoded", e);
        }
    }

    private static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() == 256
                && ec.getParams().toString().contains("secp256r1");
    }

    /** SHA-256 of the SubjectPublicKeyInfo, lower-case hex. */
    public String keyId() {
        return keyId;
    }

    String algorithm() {
        return ed25519 == null ? "ES256" : "EdDSA";
    }

    /** Never throws on a bad signature. */
    boolean verifies(byte[] input, byte[] signature) {
        if (ed25519 != null) {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, ed25519);
            verifier.update(input, 0, input.length);
            return verifier.verifySignature(signature);
        }
        try {
            Signature verifier = Signature.getInstance(AgentSigner.ALGORITHM);
            verifier.initVerify(p256);
            verifier.update(input);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
