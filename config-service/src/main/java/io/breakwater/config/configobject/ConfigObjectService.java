package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.search.Computed;
import io.breakwater.config.search.Criterion;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBytes;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.Shape;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The use cases of a resource. Every write: tenant's lock, request merged and checked, database asked, links, event and audit entry;
 * all in one transaction. Every read: a constant number of queries, whatever the page. Subclasses add what is their resource's own in
 * the protected methods, which run inside the transaction.
 *
 * @param <E> the entity
 */
public abstract class ConfigObjectService<E extends ConfigObject> {
    private final Shape<E> shape;
    private final ConfigObjectRepository<E> objects;
    private final ObjectPages<E> pages;
    private final ObjectViews<E> views;
    private final Supplier<E> factory;
    private final NewObjects newObjects;
    private final TenantWrites writes;

    protected ConfigObjectService(
            Shape<E> shape, Class<E> type, Supplier<E> factory, NewObjects newObjects, TenantWrites writes) {
        this.shape = shape;
        this.objects = new ConfigObjectRepository<>(type);
        this.pages = new ObjectPages<>(shape, objects, new Searched(), newObjects.limits());
        this.views = new ObjectViews<>(shape, this::expand);
        this.factory = factory;
        this.newObjects = newObjects;
        this.writes = writes;
    }

    @WithSession
    public Uni<Envelope<ObjectNode>> list(ObjectScope scope, ListQuery query) {
        return ReadOnly.session()
                .chain(() -> pages.read(visible(scope), query))
                .chain(page -> views(scope, page.entries()).map(page::envelope));
    }

    /** The page as it goes out. */
    public Uni<byte[]> listJson(ObjectScope scope, ListQuery query) {
        return list(scope, query).map(JsonBytes::of);
    }

    /** The object as it goes out. */
    public Uni<ReadObject> read(ObjectScope scope, String id) {
        return get(scope, id).map(view -> ReadObject.of(view, lasting(view)));
    }

    /** What of a view only changes of the object change, and not the time. */
    protected ObjectNode lasting(ObjectNode view) {
        return view;
    }

    /** Its objects as documents carry them. */
    public PortableObjects<E> portable() {
        return new PortableObjects<>(objects, this::portableFields, this::draft, links());
    }

    private E draft(ObjectNode body, Refusals refusals) {
        E object = factory.get();
        initialize(object, new CustomerScope(0));
        shape.create(body, object, refusals);
        check(object, body, refusals);
        return object;
    }

    /** What the object itself holds: what the audit trail keeps of it. Never a secret. */
    protected ObjectNode columns(E object) {
        return shape.write(object);
    }

    /** What requests may set of an object. */
    protected ObjectNode portableFields(E object) {
        return shape.writeSettable(object);
    }

    /** Ids, names and whether they are enabled. */
    @WithSession
    public Uni<Envelope<ObjectNode>> summary(ObjectScope scope, ListQuery query) {
        return ReadOnly.session()
                .chain(() -> pages.read(visible(scope), query))
                .map(page -> page.envelope(views.summaries(page.entries())));
    }

    @WithSession
    public Uni<ObjectNode> get(ObjectScope scope, String id) {
        return objects.require(visible(scope), id).chain(object -> view(scope, object));
    }

    @WithTransaction
    public Uni<ObjectNode> create(ObjectScope scope, ObjectNode body) {
        E object = newObjects.place(scope, factory.get());
        initialize(object, scope);
        Refusals refusals = new Refusals();
        shape.create(body, object, refusals);
        check(object, body, refusals);
        refusals.throwIfAny();
        return writes.begin(scope)
                .chain(write -> created(write, object, body))
                .chain(() -> view(scope, object))
                .map(view -> asCreated(object, view))
                .onFailure()
                .transform(DatabaseRefusals::translate);
    }

    /** @param expected what the caller has read, so that nobody's change since then is lost; empty: it does not say */
    @WithTransaction
    public Uni<Void> update(ObjectScope scope, String id, ObjectNode body, Optional<ReadState> expected) {
        return writes.begin(scope)
                .chain(write -> requireOwn(scope, id)
                        .call(object -> requireUnchanged(scope, object, expected))
                        .chain(object -> updated(write, object, body)))
                .onFailure()
                .transform(DatabaseRefusals::translate);
    }

    /**
     * @param force whether links that others hold to it go with it, where the resource allows that
     * @param expected what the caller has read; empty: it does not say
     */
    @WithTransaction
    public Uni<Void> delete(ObjectScope scope, String id, boolean force, Optional<ReadState> expected) {
        return writes.begin(scope)
                .chain(write -> requireOwn(scope, id)
                        .call(object -> requireUnchanged(scope, object, expected))
                        .chain(object -> deleted(write, object, force)))
                .onFailure()
                .transform(DatabaseRefusals::translate);
    }

    /** Does what {@link #delete} does, up to its refusals, and then takes all of it back. */
    @WithTransaction
    public Uni<Void> tryDelete(ObjectScope scope, String id, boolean force) {
        return takeBack(delete(scope, id, force, Optional.empty()));
    }

    /** Does the work up to its refusals, and then takes all of it back. */
    protected static Uni<Void> takeBack(Uni<Void> work) {
        return work.chain(Panache::currentTransaction)
                .invoke(Mutiny.Transaction::markForRollback)
                .replaceWithVoid();
    }

    private Uni<Void> created(TenantWrite write, E object, ObjectNode body) {
        object.creationTime = write.at();
        stamp(write, object);
        return objects.count(limitedWith(object))
                .invoke(there -> newObjects.limits().requireRoom(limitKind(object), there))
                .chain(() -> admit(object, body))
                .chain(() -> objects.persist(object))
                .chain(() -> link(write, object, body))
                .chain(() -> recorded(object, body))
                .chain(after -> announce(write, Action.CREATED, object, null, after))
                .chain(() -> furnish(write, object));
    }

    private Uni<Void> updated(TenantWrite write, E object, ObjectNode body) {
        return recorded(object, body).chain(before -> {
            Refusals refusals = new Refusals();
            shape.update(body, object, refusals);
            check(object, body, refusals);
            refusals.throwIfAny();
            stamp(write, object);
            return admit(object, body)
                    .chain(objects::flush)
                    .chain(() -> link(write, object, body))
                    .chain(() -> recorded(object, body))
                    .chain(after -> announce(write, Action.UPDATED, object, before, after));
        });
    }

    private Uni<Void> deleted(TenantWrite write, E object, boolean force) {
        return Association.record(links(), object, columns(object))
                .chain(before -> release(write, object, force)
                        .chain(() -> objects.remove(object))
                        .chain(() -> announce(write, Action.DELETED, object, before, null)));
    }

    private Uni<Void> announce(TenantWrite write, Action action, E object, ObjectNode before, ObjectNode after) {
        return write.announce(Change.of(action, shape, object, before, after));
    }

    /** Its own columns, and the links that the request speaks of: what the audit trail keeps. */
    private Uni<ObjectNode> recorded(E object, ObjectNode body) {
        return Association.record(links(), object, body, columns(object));
    }

    private void stamp(TenantWrite write, E object) {
        object.modifiedTime = write.at();
        object.modifiedBy = write.by();
    }

    private Uni<Void> requireUnchanged(ObjectScope scope, E object, Optional<ReadState> expected) {
        return expected.map(state -> view(scope, object)
                        .invoke(view -> state.require(ReadObject.of(view, lasting(view))))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** What is only shared with the caller cannot be changed by it; what it does not see does not exist. */
    protected Uni<E> requireOwn(ObjectScope scope, String id) {
        return objects.require(scope, id)
                .onFailure()
                .recoverWithUni(missing -> objects.require(visible(scope), id)
                        .onItem()
                        .failWith(shared -> Refusal.sharedOnly(shape.kind())));
    }

    /** What a request may read: its own, and what is shared with it. */
    protected ObjectScope visible(ObjectScope scope) {
        return scope;
    }

    /** A field that no column holds but that can be worked out from others, for searches; its expression is over {@code e}. */
    protected Optional<Computed> computed(String field) {
        return Optional.empty();
    }

    /** What a search may name beside the columns; empty for what is none of it. */
    protected Optional<Where> condition(Criterion criterion, String parameter) {
        return Optional.empty();
    }

    /** The links that requests name, by their keys. */
    protected Map<String, Association<?>> links() {
        return Map.of();
    }

    /** The objects that count against one limit with this one. */
    protected ObjectScope limitedWith(E object) {
        return new CustomerScope(object.customerId);
    }

    /** The limit that counts for it. */
    protected String limitKind(E object) {
        return shape.kind();
    }

    /** Sets what follows from the path of a create request. */
    protected void initialize(E object, ObjectScope scope) {}

    /** Rules between fields, after they were read. No I/O. */
    protected void check(E object, ObjectNode body, Refusals refusals) {}

    /** Refuses an object that refers to what is not there, before it is written. */
    protected Uni<Void> admit(E object, ObjectNode body) {
        return Uni.createFrom().voidItem();
    }

    /** Writes the object's links, after it was written. */
    protected Uni<Void> link(TenantWrite write, E object, ObjectNode body) {
        return Association.replaceAll(links(), object, body);
    }

    /** Makes what a new object starts with. */
    protected Uni<Void> furnish(TenantWrite write, E object) {
        return Uni.createFrom().voidItem();
    }

    /** Refuses the deletion of what is in use, or takes it out of use when that is forced. */
    protected Uni<Void> release(TenantWrite write, E object, boolean force) {
        return Uni.createFrom().voidItem();
    }

    /** Adds to each view what the object's own columns do not hold. In order of the objects. */
    protected Uni<Void> expand(ObjectScope scope, List<E> page, List<ObjectNode> views) {
        return Uni.createFrom().voidItem();
    }

    /** The answer to a create request, from what a read request would answer. */
    protected ObjectNode asCreated(E object, ObjectNode view) {
        return view.without("microtenantName");
    }

    /** Refuses when the list has an entry: the object that uses this one. */
    protected static <U extends ConfigObject> Uni<Void> refuseIfUsed(String userKind, Uni<List<U>> users) {
        return users.invoke(found -> found.stream().findFirst().ifPresent(user -> {
                    throw Refusal.referenced(userKind, user.name);
                }))
                .replaceWithVoid();
    }

    protected ConfigObjectRepository<E> objects() {
        return objects;
    }

    protected TenantWrites writes() {
        return writes;
    }

    protected Uni<ObjectNode> view(ObjectScope scope, E object) {
        return views(scope, List.of(object)).map(found -> found.get(0));
    }

    protected Uni<List<ObjectNode>> views(ObjectScope scope, List<E> page) {
        return views.of(scope, page);
    }

    /** What this resource lets a search name beside its columns. */
    private final class Searched implements SearchCompiler.Special {
        @Override
        public Optional<Where> condition(Criterion criterion, String parameter) {
            return ConfigObjectService.this.condition(criterion, parameter);
        }

        @Override
        public Optional<Computed> computed(String field) {
            return ConfigObjectService.this.computed(field).or(() -> CommonFields.computed(field));
        }
    }
}
