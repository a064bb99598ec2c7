package io.breakwater.config.continuity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NarrowedScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A tenant's business continuity settings. */
@Singleton
public class ContinuityService extends ConfigObjectService<ContinuityEntity> {
    private static final List<String> PRIVATE_KEYS =
            List.of("sitespCAPrivateKey", "sitespEncryptionPrivateKey", "sitespPrivateKey", "sitespSigningPrivateKey");

    private static final Duration LEAST_DOWN = Duration.ofMinutes(1);
    private static final Duration MOST_DOWN = Duration.ofHours(8);
    private static final Duration LEAST_SWITCH = Duration.ofMinutes(10);
    private static final Duration MOST_SWITCH = Duration.ofDays(7);

    private final ConfigObjectRepository<CertificateEntity> certificates =
            new ConfigObjectRepository<>(CertificateEntity.class);

    ContinuityService(NewObjects newObjects, TenantWrites writes) {
        super(ContinuityEntity.SHAPE, ContinuityEntity.class, ContinuityEntity::new, newObjects, writes);
    }

    @Override
    protected void check(ContinuityEntity settings, ObjectNode body, Refusals refusals) {
        for (String key : PRIVATE_KEYS) {
            refusals.addWhen(
                    !body.path(key).asText("").isEmpty() && !body.path(key).isNull(),
                    key,
                    "is not kept here: private keys of the sites stay at the sites");
        }
        settings.name = "Business continuity";
        settings.enabled = true;
        requireWithin(
                settings.maxAllowedDownTime,
                settings.maxAllowedDownTimeUnit,
                LEAST_DOWN,
                MOST_DOWN,
                "maxAllowedDownTime",
                refusals);
        requireWithin(
                settings.maxAllowedSwitchTime,
                settings.maxAllowedSwitchTimeUnit,
                LEAST_SWITCH,
                MOST_SWITCH,
                "maxAllowedSwitchTime",
                refusals);
    }

    /** A certificate that the settings name is there and signed, and its name follows from it. */
    @Override
    protected Uni<Void> admit(ContinuityEntity settings, ObjectNode body) {
        return named(settings, settings.siteSpCertId, "siteSPCertId")
                .invoke(name -> settings.siteSpCertName = name == null ? settings.siteSpCertName : name)
                .chain(() -> named(settings, settings.baAuthDomainCertId, "baAuthDomainCertId"))
                .invoke(name -> settings.baAuthDomainCertName = name == null ? settings.baAuthDomainCertName : name)
                .replaceWithVoid();
    }

    private Uni<String> named(ContinuityEntity settings, Long certificateId, String field) {
        if (certificateId == null) {
            return Uni.createFrom().nullItem();
        }
        return certificates.findAll(settings.customerId, List.of(certificateId)).map(found -> {
            if (found.isEmpty() || found.get(0).certificate == null) {
                throw Refusal.invalid(field, "must be the id of an enrolment certificate that is signed");
            }
            return found.get(0).name;
        });
    }

    private static void requireWithin(
            Long amount, String unit, Duration least, Duration most, String field, Refusals refusals) {
        if (amount == null || unit == null) {
            return;
        }
        Duration given = switch (unit) {
            case "HOURS" -> Duration.ofHours(amount);
            case "DAYS" -> Duration.ofDays(amount);
            default -> Duration.ofMinutes(amount);
        };
        refusals.addWhen(
                given.compareTo(least) < 0 || given.compareTo(most) > 0,
                field,
                "must be from " + least.toMinutes() + " to " + most.toMinutes() + " minutes");
    }

    /** The certificate of the service provider at the sites: the one that the settings name, else the tenant's Root. */
    @WithSession
    public Uni<CertificateEntity> certificate(CustomerScope scope) {
        return objects()
                .all(scope)
                .chain(settings -> settings.isEmpty() || settings.get(0).siteSpCertId == null
                        ? root(scope)
                        : certificates
                                .findAll(scope.customerId(), List.of(settings.get(0).siteSpCertId))
                                .map(found -> found.isEmpty() ? null : found.get(0))
                                .onItem()
                                .ifNull()
                                .failWith(() -> Refusal.notFound("certificate")));
    }

    private Uni<CertificateEntity> root(CustomerScope scope) {
        Where named = Where.of("e.name = :name", Map.of("name", "Root"));
        return certificates
                .all(new NarrowedScope(scope, named))
                .map(found -> found.isEmpty() ? null : found.get(0))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("certificate"));
    }
}
