package io.breakwater.config.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.DatabaseRefusals;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireTypes;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** Makes enrolment certificates here: requests that somebody else signs, and authorities that sign themselves or that we sign. */
@Singleton
public class CertificateGeneration {
    private static final Duration DEFAULT_LIFE = Duration.ofDays(10 * 365L);
    private static final Duration LONGEST_LIFE = Duration.ofDays(30 * 365L);

    private final ConfigObjectRepository<CertificateEntity> certificates =
            new ConfigObjectRepository<>(CertificateEntity.class);
    private final TenantWrites writes;
    private final NewObjects newObjects;
    private final CertificateMaker maker;
    private final TenantCertificates tenantCertificates;
    private final Clock clock;

    CertificateGeneration(
            TenantWrites writes,
            NewObjects newObjects,
            CertificateMaker maker,
            TenantCertificates tenantCertificates,
            Clock clock) {
        this.writes = writes;
        this.newObjects = newObjects;
        this.maker = maker;
        this.tenantCertificates = tenantCertificates;
        this.clock = clock;
    }

    /** A key that stays here, and the request for its certificate. */
    @WithTransaction
    public Uni<ObjectNode> request(TenantScope scope, ObjectNode body) {
        CertificateEntity entity = newObjects.place(scope, new CertificateEntity());
        take(body, entity);
        CertificateMaker.Requested requested = maker.request(subject(scope, entity));
        entity.csr = Pem.of(requested.csr());
        entity.cName = entity.name;
        entity.encryptedPrivateKey = tenantCertificates.sealed(requested.keys().getPrivate(), entity.id);
        return add(scope, entity);
    }

    /** An authority that signs itself, or that an existing one signs. */
    @WithTransaction
    public Uni<ObjectNode> selfSigned(TenantScope scope, ObjectNode body) {
        CertificateEntity named = new CertificateEntity();
        take(body, named);
        Validity validity = validity(body);
        String root = body.path("rootCertificateId").asText("");
        Uni<CertificateEntity> made = root.isBlank()
                ? Uni.createFrom().item(() -> entity(scope, named, maker.root(subject(scope, named), validity), null))
                : certificates
                        .require(new CustomerScope(scope.customerId()), root)
                        .onFailure(ProblemException.class)
                        .transform(missing -> IdList.unknown("rootCertificateId"))
                        .map(parent -> below(scope, named, parent, validity));
        return made.chain(entity -> add(scope, entity));
    }

    private CertificateEntity below(
            TenantScope scope, CertificateEntity named, CertificateEntity parent, Validity validity) {
        if (!parent.hasPrivateKey()) {
            throw Refusal.invalid("rootCertificateId", "must be a certificate whose private key is here");
        }
        Issuer issuer = tenantCertificates.issuer(parent);
        return entity(scope, named, maker.below(issuer, subject(scope, named), validity), parent);
    }

    private CertificateEntity entity(
            TenantScope scope, CertificateEntity named, Issuer issuer, CertificateEntity parent) {
        CertificateEntity entity = tenantCertificates.entity(scope, named.name, named.clientCertType, issuer, parent);
        entity.description = named.description;
        entity.describe(issuer.certificate());
        return entity;
    }

    private static void take(ObjectNode body, CertificateEntity entity) {
        Refusals refusals = new Refusals();
        ObjectNode own = body.deepCopy();
        own.remove("certificate");
        CertificateEntity.SHAPE.create(own, entity, refusals);
        refusals.throwIfAny();
    }

    private static X500Name subject(TenantScope scope, CertificateEntity entity) {
        return CertificateMaker.subject(entity.name, Long.toString(scope.customerId()));
    }

    private Validity validity(ObjectNode body) {
        try {
            Validity usual = Validity.from(clock.instant(), DEFAULT_LIFE);
            Instant from = time(body, "validFromInEpochSec").orElse(usual.notBefore());
            Instant to = time(body, "validToInEpochSec").orElseGet(() -> from.plus(DEFAULT_LIFE));
            Duration life = Duration.between(from, to);
            if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
                throw Refusal.invalid(
                        "validToInEpochSec", "must be after validFromInEpochSec, by at most thirty years");
            }
            return new Validity(from, to);
        } catch (ValueRefused e) {
            throw Refusal.invalid("validToInEpochSec", "must be epoch seconds");
        }
    }

    private static Optional<Instant> time(ObjectNode body, String field) {
        return body.hasNonNull(field) && !body.path(field).asText().isBlank()
                ? Optional.of(Instant.ofEpochSecond(
                        WireTypes.number(0, 99_999_999_999L).read(body.get(field))))
                : Optional.empty();
    }

    private Uni<ObjectNode> add(TenantScope scope, CertificateEntity entity) {
        return writes.begin(scope)
                .chain(write -> certificates
                        .count(new CustomerScope(scope.customerId()))
                        .invoke(there -> newObjects.limits().requireRoom(CertificateEntity.SHAPE.kind(), there))
                        .chain(() -> persist(write, entity)))
                .onFailure()
                .transform(DatabaseRefusals::translate);
    }

    private Uni<ObjectNode> persist(TenantWrite write, CertificateEntity entity) {
        entity.creationTime = write.at();
        entity.modifiedTime = write.at();
        entity.modifiedBy = write.by();
        return certificates
                .persist(entity)
                .map(done -> CertificateEntity.SHAPE.write(entity))
                .call(view -> write.announce(new Change(
                        Action.CREATED, CertificateEntity.SHAPE.kind(), entity.id, entity.name, null, view)));
    }
}
