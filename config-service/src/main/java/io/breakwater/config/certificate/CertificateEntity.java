package io.breakwater.config.certificate;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** An enrolment certificate. */
@Entity
@Table(name = "enrollment_certificate")
public class CertificateEntity extends ConfigObject {
    private static final int LONGEST_PEM = 100_000;

    public String cName;

    /** PEM. */
    public String certificate;

    /** PEM of the certificate that the current request gives, or null. */
    @Transient
    String offered;

    public String clientCertType;
    public Boolean allowSigning;
    public Long parentCertId;
    public String serialNo;
    public String issuedBy;
    public Instant validFrom;
    public Instant validTo;

    /** PEM of a certificate request that waits for its certificate, or null. */
    public String csr;

    /** Under the master key, or null. */
    public byte[] encryptedPrivateKey;

    private static final List<Field<CertificateEntity, ?>> OWN = List.of(
            ConfigObject.keptDescription(),
            Field.readOnly("cName", WireTypes.text(255), entity -> entity.cName),
            Field.<CertificateEntity, String>of(
                            "certificate",
                            WireTypes.text(LONGEST_PEM),
                            entity -> entity.certificate,
                            (entity, v) -> entity.offered = v)
                    .derived(),
            Field.of(
                    "clientCertType",
                    WireTypes.choice("NONE", "ZAPP_CLIENT", "ISOLATION_CLIENT"),
                    entity -> entity.clientCertType,
                    (entity, v) -> entity.clientCertType = v,
                    "NONE"),
            Field.flag("allowSigning", entity -> entity.allowSigning, (entity, v) -> entity.allowSigning = v, false),
            Field.<CertificateEntity, String>readOnly("csr", WireTypes.text(LONGEST_PEM), entity -> entity.csr)
                    .derived(),
            Field.<CertificateEntity, Boolean>readOnly(
                            "privateKeyPresent", WireTypes.flag(), CertificateEntity::hasPrivateKey)
                    .derived(),
            Field.<CertificateEntity, String>readOnly("issuedTo", WireTypes.text(255), entity -> entity.cName)
                    .keptAs("cName"),
            Field.readOnly("issuedBy", WireTypes.text(255), entity -> entity.issuedBy),
            Field.readOnly("serialNo", WireTypes.text(64), entity -> entity.serialNo),
            Field.<CertificateEntity, Instant>readOnly(
                            "validFromInEpochSec", WireTypes.time(), entity -> entity.validFrom)
                    .keptAs("validFrom"),
            Field.<CertificateEntity, Instant>readOnly("validToInEpochSec", WireTypes.time(), entity -> entity.validTo)
                    .keptAs("validTo"),
            Field.readOnly("parentCertId", WireTypes.id(), entity -> entity.parentCertId));

    /** The resource {@code enrollmentCert}. */
    public static final Shape<CertificateEntity> SHAPE = Shape.of("enrollmentCert", ConfigObject.fields(true, OWN));

    /** Whether it can issue: its key is here, and it is signed. */
    public boolean hasPrivateKey() {
        return encryptedPrivateKey != null && certificate != null;
    }

    /** Takes what the certificate itself says. */
    void describe(X509Certificate x509) {
        certificate = Pem.of(x509);
        cName = CertificateNames.common(x509.getSubjectX500Principal());
        issuedBy = CertificateNames.common(x509.getIssuerX500Principal());
        serialNo = x509.getSerialNumber().toString();
        validFrom = x509.getNotBefore().toInstant();
        validTo = x509.getNotAfter().toInstant();
    }
}
