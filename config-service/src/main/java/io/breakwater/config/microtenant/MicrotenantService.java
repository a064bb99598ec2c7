package io.breakwater.config.microtenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.administrator.AdministratorEntity;
import io.breakwater.config.administrator.AdministratorShape;
import io.breakwater.config.administrator.FirstAdministrator;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NarrowedScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.AuthDomains;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.role.BuiltInRole;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A tenant's microtenants, the Default one first. */
@Singleton
public class MicrotenantService extends ConfigObjectService<MicrotenantEntity> {
    private final ConfigObjectRepository<AdministratorEntity> administrators =
            new ConfigObjectRepository<>(AdministratorEntity.class);
    private final AuthDomains domains;
    private final MicrotenantRows rows;
    private final FirstAdministrator firstAdministrator;

    MicrotenantService(
            NewObjects newObjects,
            TenantWrites writes,
            AuthDomains domains,
            MicrotenantRows rows,
            FirstAdministrator firstAdministrator) {
        super(MicrotenantEntity.SHAPE, MicrotenantEntity.class, MicrotenantEntity::new, newObjects, writes);
        this.domains = domains;
        this.rows = rows;
        this.firstAdministrator = firstAdministrator;
    }

    /** All of them, with their ids, names and whether they are enabled. */
    @WithSession
    public Uni<List<ObjectNode>> summaries(CustomerScope scope) {
        return objects()
                .all(scope)
                .chain(all -> views(scope, all))
                .map(views -> views.stream()
                        .map(view -> view.retain("id", "name", "enabled"))
                        .toList());
    }

    /** What meets the filters of ZPA's {@code search} request. There are few enough to look through all of them. */
    @WithSession
    public Uni<Envelope<ObjectNode>> search(CustomerScope scope, ObjectNode body) {
        MicrotenantSearch search = MicrotenantSearch.read(body);
        return objects().all(scope).chain(all -> views(scope, all)).map(search::page);
    }

    /** The roles that its administrators may have. */
    static void putRoles(Envelope<ObjectNode> page) {
        page.list()
                .forEach(view -> Arrays.stream(BuiltInRole.values())
                        .forEach(role -> view.withArray("roles")
                                .addObject()
                                .put("id", Long.toString(role.id()))
                                .put("name", role.label())
                                .put("customRole", false)));
    }

    @Override
    protected Uni<MicrotenantEntity> requireOwn(ObjectScope scope, String id) {
        return super.requireOwn(scope, id).invoke(microtenant -> {
            if (microtenant.id == TenantScope.DEFAULT_MICROTENANT) {
                throw Refusal.invalid("id", "is that of the Default microtenant, which cannot be changed");
            }
        });
    }

    @Override
    protected void check(MicrotenantEntity microtenant, ObjectNode body, Refusals refusals) {
        refusals.addWhen(
                microtenant.criteriaAttributeValues != null && microtenant.criteriaAttributeValues.length == 0,
                "criteriaAttributeValues",
                "must have at least one auth domain of the customer");
    }

    @Override
    protected Uni<Void> admit(MicrotenantEntity microtenant, ObjectNode body) {
        return domains.of(microtenant.customerId)
                .invoke(known -> {
                    if (!known.containsAll(List.of(microtenant.criteriaAttributeValues))) {
                        throw unknownDomain(known);
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException unknownDomain(List<String> known) {
        return new ProblemException(
                Problem.DOMAIN_UNKNOWN,
                "criteriaAttributeValues must be auth domains of the customer: " + known,
                List.of(new FieldProblem("criteriaAttributeValues", "must be auth domains of the customer")));
    }

    /** The Default one does not count. */
    @Override
    protected ObjectScope limitedWith(MicrotenantEntity microtenant) {
        return new NarrowedScope(super.limitedWith(microtenant), Where.of("e.id <> 0", Map.of()));
    }

    @Override
    protected Uni<Void> link(TenantWrite write, MicrotenantEntity microtenant, ObjectNode body) {
        return rows.replaceDomains(microtenant);
    }

    /** A new one starts with an administrator. */
    @Override
    protected Uni<Void> furnish(TenantWrite write, MicrotenantEntity microtenant) {
        TenantScope inside = new TenantScope(microtenant.customerId, microtenant.id);
        String username = "admin-" + microtenant.id + "@" + microtenant.criteriaAttributeValues[0];
        return firstAdministrator
                .create(write, inside, username, BuiltInRole.MICROTENANT)
                .invoke(user -> microtenant.user = user.put("microtenantId", microtenant.id.toString()))
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> release(TenantWrite write, MicrotenantEntity microtenant, boolean force) {
        return rows.requireEmpty(microtenant)
                .chain(() -> administrators.all(new TenantScope(microtenant.customerId, microtenant.id)))
                .chain(gone -> rows.deleteAdministrators(microtenant).chain(() -> audit(write, gone)));
    }

    private static Uni<Void> audit(TenantWrite write, List<AdministratorEntity> gone) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (AdministratorEntity admin : gone) {
            chain = chain.chain(() -> write.audit(Change.of(
                    Action.DELETED, AdministratorShape.SHAPE, admin, AdministratorShape.SHAPE.write(admin), null)));
        }
        return chain;
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<MicrotenantEntity> page, List<ObjectNode> views) {
        return objects()
                .all(CustomerScope.of(scope))
                .invoke(all -> {
                    List<Long> order =
                            all.stream().map(microtenant -> microtenant.id).toList();
                    for (int i = 0; i < page.size(); i++) {
                        int place = order.indexOf(page.get(i).id);
                        views.get(i)
                                .put("priority", "0")
                                .put("scopeOrder", Integer.toString(place))
                                .remove("microtenantName");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    protected ObjectNode asCreated(MicrotenantEntity microtenant, ObjectNode view) {
        return view.set("user", microtenant.user);
    }
}
