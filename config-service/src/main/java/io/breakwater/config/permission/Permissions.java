package io.breakwater.config.permission;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What somebody may do, by class; a class that is not in it is denied. Immutable. */
public record Permissions(Map<PermissionClass, Access> byClass) {
    public Permissions {
        byClass = Map.copyOf(byClass);
    }

    /** That of everything. */
    public static Permissions all(Access access) {
        Map<PermissionClass, Access> all = new EnumMap<>(PermissionClass.class);
        Arrays.stream(PermissionClass.values()).forEach(c -> all.put(c, access));
        return new Permissions(all);
    }

    public static Permissions none() {
        return new Permissions(Map.of());
    }

    public boolean allow(PermissionClass what, Access wanted) {
        Access granted = byClass.get(what);
        return granted != null && granted.compareTo(wanted) >= 0;
    }

    /** Whether everything that the other allows is allowed here too. */
    public boolean cover(Permissions other) {
        return other.byClass.entrySet().stream().allMatch(entry -> allow(entry.getKey(), entry.getValue()));
    }

    public boolean areComplete() {
        return cover(all(Access.FULL));
    }

    /** What is left of them inside of one microtenant: what concerns the whole tenant can only be looked at there. */
    public Permissions confined() {
        Map<PermissionClass, Access> left = new EnumMap<>(PermissionClass.class);
        byClass.forEach((what, access) -> left.put(what, what.isTenantWide() ? Access.VIEW_ONLY : access));
        left.remove(PermissionClass.AUDIT_LOGS);
        left.remove(PermissionClass.DISASTER_RECOVERY);
        return new Permissions(left);
    }

    /** As a claim of a token, and as it is stored. In order of the names. */
    public Map<String, String> asTexts() {
        Map<String, String> texts = new TreeMap<>();
        byClass.forEach((what, access) -> texts.put(what.name(), access.name()));
        return texts;
    }

    /** What {@link #asTexts()} wrote; what is not known any more is left out. */
    public static Permissions ofTexts(Map<String, String> texts) {
        Map<PermissionClass, Access> read = new EnumMap<>(PermissionClass.class);
        texts.forEach((what, access) ->
                classNamed(what).ifPresent(known -> accessNamed(access).ifPresent(a -> read.put(known, a))));
        return new Permissions(read);
    }

    /** The class of that name, if there is one. */
    public static Optional<PermissionClass> classNamed(String name) {
        return Arrays.stream(PermissionClass.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    /** The access of that name, if there is one. */
    public static Optional<Access> accessNamed(String name) {
        return Arrays.stream(Access.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }
}
