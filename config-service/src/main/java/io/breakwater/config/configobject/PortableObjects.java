package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.Refusals;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A resource's objects as documents carry them. Works in the caller's session.
 *
 * @param <E> the entity
 */
public final class PortableObjects<E extends ConfigObject> {
    private final ConfigObjectRepository<E> objects;
    private final Function<E, ObjectNode> fields;
    private final BiFunction<ObjectNode, Refusals, E> draft;
    private final Map<String, Association<?>> links;

    /**
     * @param fields of an object that requests may set
     * @param draft an object that is nowhere, as a request describes it
     */
    PortableObjects(
            ConfigObjectRepository<E> objects,
            Function<E, ObjectNode> fields,
            BiFunction<ObjectNode, Refusals, E> draft,
            Map<String, Association<?>> links) {
        this.objects = objects;
        this.fields = fields;
        this.draft = draft;
        this.links = links;
    }

    /** All of a tenant, of every microtenant, in order of creation. */
    public Uni<List<PortableObject>> all(long customerId) {
        return objects.ofTenant(customerId).chain(all -> {
            List<Long> ids = all.stream().map(object -> object.id).toList();
            Map<String, Map<Long, List<Long>>> found = new HashMap<>();
            Uni<Void> chain = Uni.createFrom().voidItem();
            for (Map.Entry<String, Association<?>> link : links.entrySet()) {
                chain = chain.chain(() -> link.getValue().ids(ids))
                        .invoke(linked -> found.put(link.getKey(), linked))
                        .replaceWithVoid();
            }
            return chain.map(done -> portable(all, found));
        });
    }

    private List<PortableObject> portable(List<E> all, Map<String, Map<Long, List<Long>>> links) {
        List<PortableObject> portable = new ArrayList<>(all.size());
        for (E object : all) {
            Map<String, List<Long>> own = new HashMap<>();
            links.forEach((key, byOwner) -> own.put(key, byOwner.getOrDefault(object.id, List.of())));
            portable.add(new PortableObject(object.id, object.microtenantId, object.name, fields.apply(object), own));
        }
        return portable;
    }

    /** What a request says, in the form of {@link PortableObject#fields}. What is wrong with it goes into the refusals. */
    public ObjectNode normalized(ObjectNode request, Refusals refusals) {
        return fields.apply(draft.apply(request, refusals));
    }
}
