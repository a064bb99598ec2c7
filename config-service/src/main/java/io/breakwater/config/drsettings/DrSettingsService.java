package io.breakwater.config.drsettings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.TrustedKey;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Ids;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** DR settings and keys. Every change is told whole, in the transaction that makes it (I5). */
@Singleton
public class DrSettingsService {
    private static final String KIND = "drSettings";
    private static final int MOST_KEYS = 10;
    private static final DrSettingsRequest DEFAULTS = new DrSettingsRequest(null, null, null, null, null, null);

    private final DrSettingsRepository repository;
    private final TenantWrites writes;
    private final NewObjects newObjects;

    DrSettingsService(DrSettingsRepository repository, TenantWrites writes, NewObjects newObjects) {
        this.repository = repository;
        this.writes = writes;
        this.newObjects = newObjects;
    }

    @WithSession
    public Uni<DrSettingsView> get(String customerId) {
        return stored(TenantScope.tenant(customerId)).map(DrSettingsView::of);
    }

    /** What everybody needs who judges the tenant's record; in the caller's session. */
    public Uni<DrSettings> event(long customerId) {
        return stored(customerId).map(StoredSettings::event);
    }

    /** A new tenant's settings, in the caller's transaction. */
    public Uni<Void> create(TenantWrite write) {
        DrSettingsEntity settings = new DrSettingsEntity();
        settings.customerId = write.customerId();
        DrSettingsRules.apply(DEFAULTS, settings);
        settings.revision = write.revision();
        return repository
                .persistAndFlush(settings)
                .chain(() -> write.tell(new StoredSettings(settings, List.of()).event()));
    }

    @WithTransaction
    public Uni<DrSettingsView> put(String customerId, DrSettingsRequest request) {
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write -> stored(write.customerId()).chain(stored -> {
                    ObjectNode before = recorded(stored);
                    DrSettingsRules.apply(request, stored.settings());
                    return changed(write, before);
                }));
    }

    /** Fails with {@link Problem#KEY_REFUSED} for what is no public key of the right kind; it is neither stored nor logged. */
    @WithTransaction
    public Uni<KeyView> addKey(String customerId, String pem) {
        TrustedKey trusted = trusted(pem);
        return writes.begin(TenantScope.tenant(customerId)).chain(write -> addKey(write, trusted));
    }

    private Uni<KeyView> addKey(TenantWrite write, TrustedKey trusted) {
        DrPublicKeyEntity key = new DrPublicKeyEntity();
        key.id = newObjects.nextId();
        key.customerId = write.customerId();
        key.fingerprint = trusted.fingerprint();
        key.pem = trusted.pem();
        key.creationTime = write.at();
        return stored(write.customerId())
                .invoke(stored -> admit(stored, trusted))
                .chain(stored -> repository.add(key).chain(() -> changed(write, recorded(stored))))
                .map(view -> KeyView.of(key));
    }

    @WithTransaction
    public Uni<Void> removeKey(String customerId, String id) {
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write -> stored(write.customerId())
                        .chain(stored ->
                                key(write, id).chain(repository::remove).replaceWith(recorded(stored)))
                        .chain(before -> changed(write, before)))
                .replaceWithVoid();
    }

    private Uni<DrPublicKeyEntity> key(TenantWrite write, String id) {
        return Ids.parse(id)
                .map(number -> repository.findKey(write.customerId(), number))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("key"));
    }

    /** Tells the settings once more as they are: the topic can always be made anew from here. */
    @WithTransaction
    public Uni<Void> announce(String customerId) {
        return writes.retell(TenantScope.tenant(customerId))
                .chain(write -> stored(write.customerId()).chain(stored -> write.tell(stored.event())));
    }

    /** What the audit trail keeps. Keys are public. */
    private static ObjectNode recorded(StoredSettings stored) {
        return EventCodec.mapper().valueToTree(stored.event());
    }

    private Uni<DrSettingsView> changed(TenantWrite write, ObjectNode before) {
        return stored(write.customerId())
                .invoke(stored -> stored.settings().revision = write.revision())
                .call(repository::flush)
                .call(stored -> write.announce(
                        new Change(Action.UPDATED, KIND, write.customerId(), null, before, recorded(stored))))
                .call(stored -> write.tell(stored.event()))
                .map(DrSettingsView::of);
    }

    private Uni<StoredSettings> stored(long customerId) {
        return repository.ofTenant(customerId).onItem().ifNull().failWith(() -> ProblemException.notFound("customer"));
    }

    private static TrustedKey trusted(String pem) {
        try {
            return TrustedKey.parse(pem);
        } catch (KeyRefusedException e) {
            throw new ProblemException(
                    Problem.KEY_REFUSED, e.getMessage(), List.of(new FieldProblem("pem", e.getMessage())));
        }
    }

    private static void admit(StoredSettings stored, TrustedKey trusted) {
        boolean there = stored.keys().stream().anyMatch(key -> key.fingerprint.equals(trusted.fingerprint()));
        if (there) {
            throw new ProblemException(Problem.CONFLICT, "The tenant has this key already.");
        }
        if (stored.keys().size() >= MOST_KEYS) {
            throw new ProblemException(
                    Problem.LIMIT_REACHED, "A tenant has at most " + MOST_KEYS + " keys; delete one that is not used.");
        }
    }
}
