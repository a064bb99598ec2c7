package io.breakwater.config.role;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A built-in role as clients read it. Pure. */
final class BuiltInRoleView {
    private BuiltInRoleView() {}

    static ObjectNode of(BuiltInRole role, long customerId) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.toString(role.id()))
                .put("name", role.label())
                .put("description", role.description())
                .put("enabled", true)
                .put("customRole", false)
                .put("systemRole", true)
                .put("restrictedRole", false)
                .put("bypassRemoteAssistanceCheck", false)
                .put("readOnly", true)
                .put("zscalerManaged", false)
                .put("microtenantName", "Default");
        view.set(ClassPermissionGroups.KEY, ClassPermissionGroups.write(role.permissions(), Long.toString(customerId)));
        view.set(FlatPermissions.KEY, FlatPermissions.write(role.permissions(), Long.toString(customerId)));
        return view;
    }
}
