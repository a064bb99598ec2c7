package io.breakwater.config.certificate;

import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Names in certificates. Pure. */
final class CertificateNames {
    private CertificateNames() {}

    /** The common name; the whole name when it has none. */
    static String common(X500Principal name) {
        RDN[] common = X500Name.getInstance(name.getEncoded()).getRDNs(BCStyle.CN);
        return common.length == 0
                ? name.getName()
                : IETFUtils.valueToString(common[0].getFirst().getValue());
    }
}
