package io.breakwater.config.certificate;

import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A certificate request (PKCS#10, RFC 2986) of which only the key counts: names come from us. Pure. */
public final class CertificateRequest {
    private static final int LONGEST = 20_000;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 4096;
    private static final int LEAST_EC_BITS = 256;

    private CertificateRequest() {}

    /**
     * The key that the request proves to be its sender's.
     *
     * @throws ProblemException with {@link Problem#INVALID_CSR} for anything else
     */
    public static PublicKey key(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(bounded(pem)))) {
            if (parser.readObject() instanceof PKCS10CertificationRequest request) {
                return strong(verified(new JcaPKCS10CertificationRequest(request)));
            }
            throw refused("must be a PEM certificate request (BEGIN CERTIFICATE REQUEST)");
        } catch (IOException | RuntimeException e) {
            throw e instanceof ProblemException problem ? problem : refused("is not a readable certificate request");
        }
    }

    private static String bounded(String pem) {
        if (pem == null || pem.length() > LONGEST) {
            throw refused("must be a PEM certificate request of at most " + LONGEST + " characters");
        }
        return pem;
    }

    private static PublicKey verified(JcaPKCS10CertificationRequest request) {
        try {
            PublicKey key = request.getPublicKey();
            if (request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                return key;
            }
            throw refused("is not signed with its own key");
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw refused("has a key or a signature of an unknown kind");
        }
    }

    private static PublicKey strong(PublicKey key) {
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
        boolean rsa = bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
        boolean ec = key instanceof ECPublicKey point
                && point.getParams().getCurve().getField().getFieldSize() >= LEAST_EC_BITS;
        if (!rsa && !ec) {
            throw refused("must have an EC key on P-256 or larger, or an RSA key of 2048 to 4096 bits");
        }
        return key;
    }

    private static ProblemException refused(String why) {
        return new ProblemException(
                Problem.INVALID_CSR, "The field csr " + why + ".", List.of(new FieldProblem("csr", why)));
    }
}
