package io.breakwater.config.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Enrolment certificates as administrators see them. All microtenants read all of them. */
@Singleton
public class CertificateService extends ConfigObjectService<CertificateEntity> {
    private static final String CERTIFICATE = "certificate";

    CertificateService(NewObjects newObjects, TenantWrites writes) {
        super(CertificateEntity.SHAPE, CertificateEntity.class, CertificateEntity::new, newObjects, writes);
    }

    @Override
    protected ObjectScope visible(ObjectScope scope) {
        return CustomerScope.of(scope);
    }

    /** Only a certificate request takes a certificate later; its key must be the one that was asked for. */
    @Override
    protected void check(CertificateEntity entity, ObjectNode body, Refusals refusals) {
        boolean isNew = entity.serialNo == null;
        if (isNew && entity.csr == null) {
            refusals.addWhen(entity.certificate == null, CERTIFICATE, "is required: PEM of an X.509 certificate");
        }
        if (entity.certificate != null) {
            describe(entity, isNew, refusals);
        }
    }

    private static void describe(CertificateEntity entity, boolean isNew, Refusals refusals) {
        try {
            X509Certificate x509 = Pem.certificate(entity.certificate.getBytes(StandardCharsets.US_ASCII));
            boolean answersRequest = entity.csr == null || sameKey(entity.csr, x509.getPublicKey());
            refusals.addWhen(!answersRequest, CERTIFICATE, "must have the key of the certificate request");
            boolean replaced = !isNew && !x509.getSerialNumber().toString().equals(entity.serialNo);
            refusals.addWhen(replaced, CERTIFICATE, "cannot be replaced; make another enrolment certificate");
            entity.describe(x509);
        } catch (CertificateException e) {
            refusals.add(CERTIFICATE, "must be PEM of an X.509 certificate");
        }
    }

    private static boolean sameKey(String csr, PublicKey key) {
        return CertificateRequest.key(csr).equals(key);
    }

    @Override
    protected Uni<Void> release(CertificateEntity entity, boolean force) {
        return refuseIfUsed("enrollmentCert", objects().findBy(entity.customerId, "parentCertId", List.of(entity.id)));
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<CertificateEntity> page, List<ObjectNode> views) {
        Set<Long> parents = page.stream()
                .map(entity -> entity.parentCertId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return objects()
                .findAll(scope.customerId(), parents)
                .map(found -> found.stream().collect(Collectors.toMap(parent -> parent.id, parent -> parent.name)))
                .invoke(names -> putParents(page, views, names))
                .replaceWithVoid();
    }

    private static void putParents(List<CertificateEntity> page, List<ObjectNode> views, Map<Long, String> names) {
        for (int i = 0; i < page.size(); i++) {
            String parent = names.get(page.get(i).parentCertId);
            if (parent != null) {
                views.get(i).put("parentCertName", parent);
            }
        }
    }
}
