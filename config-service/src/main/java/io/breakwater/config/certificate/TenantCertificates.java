package io.breakwater.config.certificate;

import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.secrets.Vault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A tenant's certificate authority and the enrolment certificates below it, as ZPA's clients expect to find them. Private keys are
 * stored encrypted. Works in the caller's transaction.
 */
@Singleton
public class TenantCertificates {
    private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365L);
    private static final Duration ENROLLMENT_LIFE = Duration.ofDays(10 * 365L);
    private static final String ROOT = "Root";
    private static final Map<String, String> BELOW = Map.of(
            "Client", "ZAPP_CLIENT",
            "Connector", "NONE",
            "Service Edge", "NONE",
            "Isolation Client", "ISOLATION_CLIENT");

    private final ConfigObjectRepository<CertificateEntity> certificates =
            new ConfigObjectRepository<>(CertificateEntity.class);
    private final CertificateMaker maker;
    private final Vault vault;
    private final NewObjects newObjects;
    private final Clock clock;

    TenantCertificates(CertificateMaker maker, Vault vault, NewObjects newObjects, Clock clock) {
        this.maker = maker;
        this.vault = vault;
        this.newObjects = newObjects;
        this.clock = clock;
    }

    /** Makes a new tenant's certificates. */
    public Uni<Void> create(TenantScope scope) {
        String organisation = Long.toString(scope.customerId());
        Issuer root = maker.root(CertificateMaker.subject("Breakwater " + ROOT, organisation), life(ROOT_LIFE));
        CertificateEntity rootEntity = entity(scope, ROOT, "NONE", root, null);
        List<Object> entities = new ArrayList<>(List.of(rootEntity));
        BELOW.forEach((name, type) -> {
            Issuer issuer = maker.below(
                    root, CertificateMaker.subject("Breakwater " + name, organisation), life(ENROLLMENT_LIFE));
            entities.add(entity(scope, name, type, issuer, rootEntity));
        });
        return Panache.getSession()
                .chain(session -> session.persistAll(entities.toArray()).chain(session::flush));
    }

    private Validity life(Duration life) {
        return Validity.from(clock.instant(), life);
    }

    /** Whether every tenant has a certificate of that name, from its beginning on. */
    static boolean isBuiltIn(String name) {
        return ROOT.equals(name) || BELOW.containsKey(name);
    }

    /** The certificate that issues to agents, ready to sign. */
    public Issuer issuer(CertificateEntity entity) {
        byte[] key = vault.decrypt(entity.encryptedPrivateKey, purpose(entity.id));
        return new Issuer(Pem.certificate(entity.certificate), privateKey(key));
    }

    /** The certificate itself and those above it, as one PEM text. */
    public Uni<String> chain(CertificateEntity entity) {
        if (entity.parentCertId == null) {
            return Uni.createFrom().item(entity.certificate);
        }
        return certificates
                .findAll(entity.customerId, List.of(entity.parentCertId))
                .chain(parents -> chain(parents.get(0)))
                .map(above -> entity.certificate + above);
    }

    /** A certificate that issues, with its key, in a tenant's place. */
    CertificateEntity entity(TenantScope scope, String name, String type, Issuer issuer, CertificateEntity parent) {
        X509Certificate certificate = issuer.certificate();
        CertificateEntity entity = newObjects.place(scope, new CertificateEntity());
        entity.name = name;
        entity.description = name;
        entity.enabled = true;
        entity.creationTime = clock.instant();
        entity.modifiedTime = entity.creationTime;
        entity.cName = "Breakwater " + name;
        entity.certificate = Pem.of(certificate);
        entity.clientCertType = type;
        entity.allowSigning = true;
        entity.parentCertId = parent == null ? null : parent.id;
        entity.issuedBy = parent == null ? entity.cName : parent.cName;
        entity.serialNo = certificate.getSerialNumber().toString();
        entity.validFrom = certificate.getNotBefore().toInstant();
        entity.validTo = certificate.getNotAfter().toInstant();
        entity.encryptedPrivateKey = vault.encrypt(issuer.key().getEncoded(), purpose(entity.id));
        return entity;
    }

    /** The private key as it is stored. */
    byte[] sealed(PrivateKey key, long id) {
        return vault.encrypt(key.getEncoded(), purpose(id));
    }

    private static String purpose(long id) {
        return "enrollment-certificate:" + id;
    }

    private static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored private key is not readable", e);
        }
    }
}
