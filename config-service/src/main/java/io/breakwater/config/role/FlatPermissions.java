package io.breakwater.config.role;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.permission.Access;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.permission.Permissions;
import io.breakwater.config.wire.Refusals;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The same permissions as a plain list with masks: {@code permissions} (zpa-api 5.4). What {@link ClassPermissionGroups} says counts when
 * a request has both. Pure.
 */
final class FlatPermissions {
    static final String KEY = "permissions";

    private static final String WANTED = "must be a list of objects with permissionMask and classType";

    private FlatPermissions() {}

    /** Empty when the request does not speak of them. */
    static Optional<Permissions> read(ObjectNode body, Refusals refusals) {
        JsonNode list = body.path(KEY);
        if (list.isMissingNode() || list.isNull()) {
            return Optional.empty();
        }
        Map<PermissionClass, Access> byClass = new EnumMap<>(PermissionClass.class);
        refusals.addWhen(!list.isArray(), KEY, WANTED);
        for (JsonNode permission : list) {
            Optional<PermissionClass> what = ClassPermissionGroups.classOf(permission.path("classType"));
            Optional<Access> access = access(permission.path("permissionMask").asText());
            refusals.addWhen(what.isEmpty() || access.isEmpty(), KEY, WANTED + " as /permissionGroups lists them");
            what.ifPresent(known -> access.ifPresent(given -> byClass.put(known, given)));
        }
        return Optional.of(new Permissions(byClass));
    }

    private static Optional<Access> access(String mask) {
        for (Access access : Access.values()) {
            if (ClassPermissionGroups.mask(access).equals(mask)) {
                return Optional.of(access);
            }
        }
        return Optional.empty();
    }

    static ArrayNode write(Permissions permissions, String customerId) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (PermissionClass what : PermissionClass.values()) {
            Access access = permissions.byClass().get(what);
            if (access != null) {
                list.addObject()
                        .put("id", ClassPermissionGroups.id(what))
                        .put("permissionMask", ClassPermissionGroups.mask(access))
                        .put("customerId", customerId)
                        .set("classType", ClassPermissionGroups.classType(what, customerId));
            }
        }
        return list;
    }
}
