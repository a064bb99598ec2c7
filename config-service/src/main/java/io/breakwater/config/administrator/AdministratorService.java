package io.breakwater.config.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.AuthDomains;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.role.RoleDirectory;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.ValueRefused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A tenant's administrators. */
@Singleton
public class AdministratorService extends ConfigObjectService<AdministratorEntity> {
    private static final List<String> PASSWORD_KEYS = List.of("password", "tmpPassword");

    private final RoleDirectory roles;
    private final Passwords passwords;
    private final AuthDomains domains;

    AdministratorService(
            NewObjects newObjects, TenantWrites writes, RoleDirectory roles, Passwords passwords, AuthDomains domains) {
        super(AdministratorShape.SHAPE, AdministratorEntity.class, AdministratorEntity::new, newObjects, writes);
        this.roles = roles;
        this.passwords = passwords;
        this.domains = domains;
    }

    @Override
    protected void check(AdministratorEntity admin, ObjectNode body, Refusals refusals) {
        takeRole(admin, body, refusals);
        for (String key : PASSWORD_KEYS) {
            JsonNode password = body.path(key);
            if (given(password)) {
                checkPassword(key, password, refusals);
            }
        }
    }

    /** Clients name the role by {@code roleId} or by {@code role.id}. */
    private static void takeRole(AdministratorEntity admin, ObjectNode body, Refusals refusals) {
        if (admin.roleId == null || !body.hasNonNull("roleId")) {
            Ids.parse(body.path("role").path("id").asText(null)).ifPresent(id -> {
                admin.roleId = id;
                refusals.withdraw("roleId");
            });
        }
    }

    private static void checkPassword(String key, JsonNode password, Refusals refusals) {
        try {
            Passwords.check(password.isTextual() ? password.textValue() : "");
        } catch (ValueRefused e) {
            refusals.add(key, e.getMessage());
        }
    }

    @Override
    protected Uni<Void> admit(AdministratorEntity admin, ObjectNode body) {
        return domains.of(admin.customerId)
                .invoke(known -> {
                    if (!known.contains(AdministratorShape.domain(admin.name).toLowerCase())) {
                        throw Refusal.invalid("username", "must be in one of the customer's auth domains: " + known);
                    }
                })
                .chain(() -> roles.requireGrantable(admin, admin.roleId))
                .chain(() -> takePassword(admin, body));
    }

    /** That a password was set, never which. */
    @Override
    protected ObjectNode columns(AdministratorEntity admin) {
        ObjectNode columns = super.columns(admin);
        return admin.passwordChanged ? columns.put("password", "changed") : columns;
    }

    private Uni<Void> takePassword(AdministratorEntity admin, ObjectNode body) {
        return PASSWORD_KEYS.stream()
                .map(body::path)
                .filter(AdministratorService::given)
                .findFirst()
                .map(password -> passwords.hash(password.textValue()).invoke(hash -> admin.changePassword(hash)))
                .map(Uni::replaceWithVoid)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static boolean given(JsonNode password) {
        return !password.isMissingNode()
                && !password.isNull()
                && !(password.isTextual() && password.textValue().isEmpty());
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<AdministratorEntity> page, List<ObjectNode> views) {
        Set<Long> roleIds = page.stream().map(admin -> admin.roleId).collect(Collectors.toSet());
        return roles.names(scope.customerId(), roleIds)
                .invoke(names -> {
                    for (int i = 0; i < page.size(); i++) {
                        Long role = page.get(i).roleId;
                        views.get(i).put("isDeleted", "0").put("syncVersion", "0");
                        views.get(i)
                                .putObject("role")
                                .put("id", role.toString())
                                .put("name", names.get(role));
                    }
                })
                .replaceWithVoid();
    }
}
