package io.breakwater.config.transfer;

import io.breakwater.config.configobject.PortableObject;
import io.breakwater.config.configobject.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The objects of a tenant by section, name and microtenant, as far as they were read. For one request. */
final class Names {
    private final Map<String, Map<Key, PortableObject>> byName = new HashMap<>();
    private final Map<String, Map<Long, PortableObject>> byId = new HashMap<>();

    private record Key(long microtenantId, String name) {
        static Key of(long microtenantId, String name) {
            return new Key(microtenantId, name.toLowerCase(Locale.ROOT));
        }
    }

    void put(Section section, List<PortableObject> objects) {
        objects.forEach(object -> put(section, object));
    }

    void put(Section section, PortableObject object) {
        long microtenant = section.tenantWide() ? TenantScope.DEFAULT_MICROTENANT : object.microtenantId();
        byName.computeIfAbsent(section.key(), key -> new HashMap<>()).put(Key.of(microtenant, object.name()), object);
        byId.computeIfAbsent(section.key(), key -> new HashMap<>()).put(object.id(), object);
    }

    /** The object of that very microtenant. */
    Optional<PortableObject> own(Section section, long microtenantId, String name) {
        long microtenant = section.tenantWide() ? TenantScope.DEFAULT_MICROTENANT : microtenantId;
        return Optional.ofNullable(byName.getOrDefault(section.key(), Map.of()).get(Key.of(microtenant, name)));
    }

    /** What an object of the microtenant may refer to: one of its own, or one that all share. */
    Optional<PortableObject> referred(String section, long microtenantId, String name) {
        Map<Key, PortableObject> there = byName.getOrDefault(section, Map.of());
        PortableObject own = there.get(Key.of(microtenantId, name));
        return Optional.ofNullable(own == null ? there.get(Key.of(TenantScope.DEFAULT_MICROTENANT, name)) : own);
    }

    Optional<String> nameOf(String section, long id) {
        return Optional.ofNullable(byId.getOrDefault(section, Map.of()).get(id)).map(PortableObject::name);
    }
}
