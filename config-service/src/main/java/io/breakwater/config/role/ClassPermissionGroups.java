package io.breakwater.config.role;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.permission.Access;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.permission.Permissions;
import io.breakwater.config.wire.Refusals;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Permissions as ZPA writes them in a role: {@code classPermissionGroups}. One group for each class. Pure. */
final class ClassPermissionGroups {
    static final String KEY = "classPermissionGroups";

    private static final String FULL_MASK = "15";
    private static final String VIEW_MASK = "1";

    private ClassPermissionGroups() {}

    /** Empty when the request does not speak of them. */
    static Optional<Permissions> read(ObjectNode body, Refusals refusals) {
        JsonNode groups = body.path(KEY);
        if (groups.isMissingNode() || groups.isNull()) {
            return FlatPermissions.read(body, refusals);
        }
        Map<PermissionClass, Access> byClass = new EnumMap<>(PermissionClass.class);
        refusals.addWhen(!groups.isArray(), KEY, "must be a list of groups");
        for (JsonNode group : groups) {
            for (JsonNode permission : group.path("classPermissions")) {
                read(permission, byClass, refusals);
            }
        }
        return Optional.of(new Permissions(byClass));
    }

    private static void read(JsonNode permission, Map<PermissionClass, Access> byClass, Refusals refusals) {
        Optional<PermissionClass> what = classOf(permission.path("classType"));
        Optional<Access> access = Permissions.accessNamed(
                permission.path("permission").path("type").asText());
        if (what.isEmpty()) {
            refusals.add(
                    KEY, "must name classes by classType.aclClass or classType.id as /permissionGroups lists them");
        } else if (access.isEmpty()) {
            refusals.add(KEY, "must have permission.type FULL or VIEW_ONLY");
        } else {
            byClass.merge(what.get(), access.get(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
    }

    static Optional<PermissionClass> classOf(JsonNode type) {
        return Permissions.classNamed(type.path("aclClass").asText())
                .or(() -> Arrays.stream(PermissionClass.values())
                        .filter(known -> id(known).equals(type.path("id").asText()))
                        .findFirst());
    }

    /** @param customerId goes into each class, as ZPA has it */
    static ArrayNode write(Permissions permissions, String customerId) {
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        for (PermissionClass what : PermissionClass.values()) {
            Access access = permissions.byClass().get(what);
            if (access != null) {
                groups.add(group(what, access, customerId));
            }
        }
        return groups;
    }

    private static ObjectNode group(PermissionClass what, Access access, String customerId) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        group.put("id", id(what))
                .put("name", what.friendlyName())
                .put("hidden", false)
                .put("internal", false)
                .put("localScopePermissionGroup", !what.isTenantWide());
        ObjectNode permission = group.putArray("classPermissions").addObject().put("id", id(what));
        permission
                .putObject("permission")
                .put("mask", mask(access))
                .put("maxMask", FULL_MASK)
                .put("type", access.name());
        permission.set("classType", classType(what, customerId));
        return group;
    }

    static ObjectNode classType(PermissionClass what, String customerId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id(what))
                .put("aclClass", what.name())
                .put("friendlyName", what.friendlyName())
                .put("customerId", customerId)
                .put("localScopeMask", what.isTenantWide() ? "0" : FULL_MASK);
    }

    /** ZPA's mask of that access. */
    static String mask(Access access) {
        return access == Access.FULL ? FULL_MASK : VIEW_MASK;
    }

    static String id(PermissionClass what) {
        return Integer.toString(what.ordinal() + 1);
    }
}
