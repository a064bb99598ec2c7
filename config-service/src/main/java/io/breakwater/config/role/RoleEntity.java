package io.breakwater.config.role;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.permission.Permissions;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tenant's own role. */
@Entity
@Table(name = "admin_role")
public class RoleEntity extends ConfigObject {
    public Boolean restrictedRole;
    public Boolean bypassRemoteAssistanceCheck;

    /** {@code CLASS=FULL} or {@code CLASS=VIEW_ONLY}. */
    public String[] permissions = {};

    private static final List<Field<RoleEntity, ?>> OWN = List.of(
            ConfigObject.keptDescription(),
            Field.flag("restrictedRole", role -> role.restrictedRole, (role, v) -> role.restrictedRole = v, false),
            Field.flag(
                    "bypassRemoteAssistanceCheck",
                    role -> role.bypassRemoteAssistanceCheck,
                    (role, v) -> role.bypassRemoteAssistanceCheck = v,
                    false));

    /** The resource {@code role}, but for its permissions: {@link ClassPermissionGroups}. */
    public static final Shape<RoleEntity> SHAPE = Shape.of("role", ConfigObject.fields(true, OWN));

    Permissions granted() {
        Map<String, String> texts = Arrays.stream(permissions)
                .map(text -> text.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return Permissions.ofTexts(texts);
    }

    void grant(Permissions granted) {
        permissions = granted.asTexts().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }
}
