package io.breakwater.config.role;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.administrator.AdministratorEntity;
import io.breakwater.config.apikey.ApiKeyEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.ViewList;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A tenant's roles: its own, which it may change, after the built-in ones, which it may not. */
@Singleton
public class RoleService extends ConfigObjectService<RoleEntity> {
    private static final Set<String> SEARCHABLE = Set.of(
            "id",
            "name",
            "description",
            "customRole",
            "systemRole",
            "restrictedRole",
            "enabled",
            "users",
            "apiKeys",
            "creationTime",
            "modifiedTime",
            "microtenantId",
            "microtenantName");

    private final ConfigObjectRepository<AdministratorEntity> administrators =
            new ConfigObjectRepository<>(AdministratorEntity.class);
    private final ConfigObjectRepository<ApiKeyEntity> keys = new ConfigObjectRepository<>(ApiKeyEntity.class);
    private final RoleDirectory directory;

    RoleService(NewObjects newObjects, TenantWrites writes, RoleDirectory directory) {
        super(RoleEntity.SHAPE, RoleEntity.class, RoleEntity::new, newObjects, writes);
        this.directory = directory;
    }

    @Override
    @WithSession
    public Uni<Envelope<ObjectNode>> list(ObjectScope scope, ListQuery query) {
        return builtIn(scope)
                .chain(views -> objects()
                        .all(scope)
                        .chain(own -> views(scope, own))
                        .map(own -> {
                            List<ObjectNode> all = new ArrayList<>(views);
                            all.addAll(own);
                            return ViewList.page(all, SEARCHABLE, query);
                        }));
    }

    @Override
    @WithSession
    public Uni<ObjectNode> get(ObjectScope scope, String id) {
        Optional<BuiltInRole> known = Ids.parse(id).flatMap(BuiltInRole::ofId);
        return known.map(role -> builtIn(scope).map(views -> views.get(role.ordinal())))
                .orElseGet(() -> super.get(scope, id));
    }

    @Override
    protected ObjectNode columns(RoleEntity role) {
        ObjectNode columns = super.columns(role);
        Arrays.stream(role.permissions).forEach(columns.putArray("permissions")::add);
        return columns;
    }

    /** Built-in roles are there, but nobody owns them. */
    @Override
    protected Uni<RoleEntity> requireOwn(ObjectScope scope, String id) {
        if (Ids.parse(id).flatMap(BuiltInRole::ofId).isPresent()) {
            return Uni.createFrom()
                    .failure(Refusal.invalid("id", "is that of a built-in role, which cannot be changed"));
        }
        return super.requireOwn(scope, id);
    }

    @Override
    protected void check(RoleEntity role, ObjectNode body, Refusals refusals) {
        refusals.addWhen(
                role.name != null && BuiltInRole.ofLabel(role.name).isPresent(), "name", "is that of a built-in role");
        ClassPermissionGroups.read(body, refusals).ifPresent(role::grant);
    }

    @Override
    protected Uni<Void> admit(RoleEntity role, ObjectNode body) {
        return directory.requireGrantable(role.granted());
    }

    @Override
    protected Uni<Void> release(TenantWrite write, RoleEntity role, boolean force) {
        List<Long> id = List.of(role.id);
        return refuseIfUsed("administrator", administrators.findBy(role.customerId, "roleId", id))
                .chain(() -> refuseIfUsed("apiKey", keys.findBy(role.customerId, "roleId", id)));
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<RoleEntity> page, List<ObjectNode> views) {
        for (int i = 0; i < page.size(); i++) {
            RoleEntity role = page.get(i);
            views.get(i)
                    .<ObjectNode>set(
                            FlatPermissions.KEY,
                            FlatPermissions.write(role.granted(), Long.toString(scope.customerId())))
                    .put("customRole", true)
                    .put("systemRole", false)
                    .set(ClassPermissionGroups.KEY, permissionGroups(scope, role));
        }
        return putUses(scope, page.stream().map(role -> role.id).toList(), views);
    }

    private static ArrayNode permissionGroups(ObjectScope scope, RoleEntity role) {
        return ClassPermissionGroups.write(role.granted(), Long.toString(scope.customerId()));
    }

    private Uni<List<ObjectNode>> builtIn(ObjectScope scope) {
        List<ObjectNode> views = Arrays.stream(BuiltInRole.values())
                .map(role -> BuiltInRoleView.of(role, scope.customerId()))
                .toList();
        List<Long> ids =
                Arrays.stream(BuiltInRole.values()).map(BuiltInRole::id).toList();
        return putUses(scope, ids, views).replaceWith(views);
    }

    private Uni<Void> putUses(ObjectScope scope, List<Long> ids, List<ObjectNode> views) {
        return administrators
                .countBy(scope.customerId(), "roleId", ids)
                .invoke(counts -> putCounts(ids, views, "users", counts::get))
                .chain(() -> keys.countBy(scope.customerId(), "roleId", ids))
                .invoke(counts -> putCounts(ids, views, "apiKeys", counts::get))
                .replaceWithVoid();
    }

    private static void putCounts(List<Long> ids, List<ObjectNode> views, String key, Function<Long, Long> counts) {
        for (int i = 0; i < ids.size(); i++) {
            Long count = counts.apply(ids.get(i));
            views.get(i).put(key, Long.toString(count == null ? 0 : count));
        }
    }
}
