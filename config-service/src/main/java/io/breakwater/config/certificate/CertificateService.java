package io.breakwater.config.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Refusal;
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

    private static final String NAME = "select name from enrollment_certificate where customer_id = $1 and id = $2";

    /** What keeps a certificate from being deleted. */
    private static final String USERS = """
            select 'enrollmentCert', name from enrollment_certificate where customer_id = $1 and parent_cert_id = $2
            union all select 'provisioningKey', name from provisioning_key
            where customer_id = $1 and enrollment_cert_id = $2
            union all select 'appConnectorGroup', name from app_connector_group
            where customer_id = $1 and enrollment_cert_id = $2
            union all select 'serviceEdgeGroup', name from service_edge_group
            where customer_id = $1 and enrollment_cert_id = $2
            union all select 'businessContinuitySettings', name from business_continuity
            where customer_id = $1 and $2 in (site_sp_cert_id, ba_auth_domain_cert_id)
            union all select 'connector', name from app_connector where customer_id = $1 and enrollment_cert_id = $2
            union all select 'serviceEdge', name from service_edge where customer_id = $1 and enrollment_cert_id = $2
            limit 1""";

    CertificateService(NewObjects newObjects, TenantWrites writes) {
        super(CertificateEntity.SHAPE, CertificateEntity.class, CertificateEntity::new, newObjects, writes);
    }

    @Override
    protected ObjectScope visible(ObjectScope scope) {
        return CustomerScope.of(scope);
    }

    /** Only a certificate request takes a certificate later; its key must be the one that was asked for. Nobody takes one away. */
    @Override
    protected void check(CertificateEntity entity, ObjectNode body, Refusals refusals) {
        if (entity.offered != null) {
            take(entity, refusals);
            return;
        }
        refusals.addWhen(
                entity.certificate == null && entity.csr == null,
                CERTIFICATE,
                "is required: PEM of an X.509 certificate");
        refusals.addWhen(
                entity.certificate != null && body.path(CERTIFICATE).isTextual(),
                CERTIFICATE,
                "cannot be taken away; disable the enrolment certificate instead");
    }

    private static void take(CertificateEntity entity, Refusals refusals) {
        try {
            X509Certificate x509 = Pem.certificate(entity.offered.getBytes(StandardCharsets.US_ASCII));
            boolean answersRequest = entity.csr == null || sameKey(entity.csr, x509.getPublicKey());
            refusals.addWhen(!answersRequest, CERTIFICATE, "must have the key of the certificate request");
            boolean replaced = entity.certificate != null && !entity.certificate.equals(Pem.of(x509));
            refusals.addWhen(replaced, CERTIFICATE, "cannot be replaced; make another enrolment certificate");
            entity.describe(x509);
        } catch (CertificateException e) {
            refusals.add(CERTIFICATE, "must be PEM of an X.509 certificate");
        }
    }

    private static boolean sameKey(String csr, PublicKey key) {
        return CertificateRequest.key(csr).equals(key);
    }

    /** The names that every customer's certificates have stay theirs: clients look them up. */
    @Override
    protected Uni<Void> admit(CertificateEntity entity, ObjectNode body) {
        return SessionSql.row(NAME, entity.customerId, entity.id)
                .invoke(stored -> {
                    boolean renamed = stored != null && !entity.name.equals(stored[0]);
                    if (renamed
                            && (TenantCertificates.isBuiltIn((String) stored[0])
                                    || TenantCertificates.isBuiltIn(entity.name))) {
                        throw Refusal.invalid("name", "is that of a certificate that every customer has; it stays");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> release(TenantWrite write, CertificateEntity entity, boolean force) {
        if (TenantCertificates.isBuiltIn(entity.name)) {
            throw Refusal.invalid("id", "is that of a certificate that every customer has; it cannot be deleted");
        }
        return SessionSql.row(USERS, entity.customerId, entity.id)
                .invoke(user -> {
                    if (user != null) {
                        throw Refusal.referenced((String) user[0], (String) user[1]);
                    }
                })
                .replaceWithVoid();
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
