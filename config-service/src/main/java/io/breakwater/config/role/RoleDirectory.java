package io.breakwater.config.role;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.CallerPermissions;
import io.breakwater.config.permission.Permissions;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Refusal;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds roles by their ids, built-in ones and a tenant's own. Works in the caller's session. */
@Singleton
public class RoleDirectory {
    private final ConfigObjectRepository<RoleEntity> roles = new ConfigObjectRepository<>(RoleEntity.class);
    private final CallerPermissions callers;

    RoleDirectory(CallerPermissions callers) {
        this.callers = callers;
    }

    /** What the role permits; nothing when it is gone. */
    public Uni<Permissions> permissions(long customerId, long roleId) {
        return BuiltInRole.ofId(roleId)
                .map(role -> Uni.createFrom().item(role.permissions()))
                .orElseGet(() -> roles.findAll(customerId, List.of(roleId))
                        .map(found -> found.isEmpty()
                                ? Permissions.none()
                                : found.get(0).granted()));
    }

    /** The names of those of the roles that exist. */
    public Uni<Map<Long, String>> names(long customerId, Collection<Long> roleIds) {
        Map<Long, String> names = new HashMap<>();
        for (BuiltInRole role : BuiltInRole.values()) {
            names.put(role.id(), role.label());
        }
        List<Long> own =
                roleIds.stream().filter(id -> !names.containsKey(id)).distinct().toList();
        return roles.findAll(customerId, own)
                .invoke(found -> found.forEach(role -> names.put(role.id, role.name)))
                .replaceWith(names);
    }

    /**
     * Refuses an unknown role and one of another microtenant, whose administrators could raise it later, and one that permits what the
     * caller is not permitted itself.
     */
    public Uni<Void> requireGrantable(ConfigObject holder, Long roleId) {
        return BuiltInRole.ofId(roleId)
                .map(role -> Uni.createFrom().item(role.permissions()))
                .orElseGet(() -> roles.find(within(holder), roleId)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.invalid("roleId", "must be the id of a role"))
                        .map(RoleEntity::granted))
                .chain(this::requireGrantable);
    }

    private static Where within(ConfigObject holder) {
        return new TenantScope(holder.customerId, holder.microtenantId).where();
    }

    /** Refuses permissions that the caller does not have. */
    Uni<Void> requireGrantable(Permissions wanted) {
        return callers.current()
                .invoke(own -> {
                    if (!own.cover(wanted)) {
                        throw new ProblemException(
                                Problem.FORBIDDEN, "Nobody grants permissions above those of their own role.");
                    }
                })
                .replaceWithVoid();
    }
}
