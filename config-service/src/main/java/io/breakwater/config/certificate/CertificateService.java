package io.breakwater.config.certificate;

import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.customer.TenantWrites;
import jakarta.inject.Singleton;

/** Enrolment certificates as administrators see them. */
@Singleton
public class CertificateService extends ConfigObjectService<CertificateEntity> {
    CertificateService(NewObjects newObjects, TenantWrites writes) {
        super(CertificateEntity.SHAPE, CertificateEntity.class, CertificateEntity::new, newObjects, writes);
    }
}
