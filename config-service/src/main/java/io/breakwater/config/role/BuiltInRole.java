package io.breakwater.config.role;

import io.breakwater.config.permission.Access;
import io.breakwater.config.permission.Permissions;
import java.util.Arrays;
import java.util.Optional;

/** The roles that every tenant has. The first one's id is what ZPA's clients use for API keys. */
public enum BuiltInRole {
    ADMINISTRATOR(28, "ZPA Administrator", "May do everything", Permissions.all(Access.FULL)),
    READ_ONLY(29, "ZPA Read-Only Administrator", "May look at everything", Permissions.all(Access.VIEW_ONLY)),
    MICROTENANT(
            30,
            "Microtenant Administrator",
            "May do everything inside of one microtenant",
            Permissions.all(Access.FULL).confined());

    private final long id;
    private final String label;
    private final String description;
    private final Permissions permissions;

    BuiltInRole(long id, String label, String description, Permissions permissions) {
        this.id = id;
        this.label = label;
        this.description = description;
        this.permissions = permissions;
    }

    public long id() {
        return id;
    }

    public String label() {
        return label;
    }

    String description() {
        return description;
    }

    Permissions permissions() {
        return permissions;
    }

    static Optional<BuiltInRole> ofId(long id) {
        return Arrays.stream(values()).filter(role -> role.id == id).findFirst();
    }

    static Optional<BuiltInRole> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
