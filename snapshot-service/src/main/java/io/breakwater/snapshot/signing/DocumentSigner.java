package io.breakwater.snapshot.signing;

import io.breakwater.contracts.snapshot.DocumentSignature;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Signs documents. Made at start, so that a service without a usable key never becomes ready. Immutable, safe for threads. */
@Startup
@Singleton
public class DocumentSigner {
    private final SigningKey key;

    DocumentSigner(SigningConfig config) {
        this.key = SigningKey.read(config.signingKeyFile(), config.signingPublicKeyFile());
    }

    /** Signs exactly these octets. About half a millisecond. */
    public SignedDocument sign(byte[] octets) {
        DocumentSignature signature = DocumentSignature.sign(octets, key.privateKey(), key.publicKey());
        return new SignedDocument(octets, DocumentSignature.sha256(octets), signature.header());
    }

    /** Whether it is one of ours, unchanged. */
    public boolean hasSigned(SignedDocument document) {
        try {
            return DocumentSignature.sha256(document.octets()).equals(document.digest())
                    && DocumentSignature.parse(document.signature()).verifies(document.octets(), key.publicKey());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
