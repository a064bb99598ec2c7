package io.breakwater.agent.identity;

import java.io.IOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes PKCS#10 requests (RFC 2986) for the agent's key. The subject is for people: the CA gives its own. */
final class CertificateRequest {
    private CertificateRequest() {}

    /** PEM of a request signed with the pair's private key. */
    static String pem(String name, KeyPair keys) {
        X500Name subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        try {
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            byte[] der = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
                    .build(signer)
                    .getEncoded();
            return AgentKeys.pem("CERTIFICATE REQUEST", der);
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("the agent's own key cannot sign a certificate request", e);
        }
    }
}
