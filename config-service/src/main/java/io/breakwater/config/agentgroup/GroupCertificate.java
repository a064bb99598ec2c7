package io.breakwater.config.agentgroup;

import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.IdList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The enrolment certificate that a group names. Works in the caller's session. */
@Singleton
public class GroupCertificate {
    private final ConfigObjectRepository<CertificateEntity> certificates =
            new ConfigObjectRepository<>(CertificateEntity.class);

    /** Refuses one that the tenant does not have. */
    public Uni<Void> require(AgentGroup group) {
        if (group.enrollmentCertId == null) {
            return Uni.createFrom().voidItem();
        }
        return certificates
                .findAll(group.customerId, List.of(group.enrollmentCertId))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw IdList.unknown("enrollmentCertId");
                    }
                })
                .replaceWithVoid();
    }
}
