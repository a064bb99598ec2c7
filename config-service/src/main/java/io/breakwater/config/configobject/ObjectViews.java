package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects as clients read them. Stateless; works in the caller's session.
 *
 * @param <E> the entity
 */
final class ObjectViews<E extends ConfigObject> {
    private static final String NAMES = "select id, name from microtenant where customer_id = $1 and id <> 0";

    private final Shape<E> shape;
    private final Expansion<E> expansion;

    /** Adds to each view what the object's own columns do not hold. */
    interface Expansion<E> {
        Uni<Void> expand(ObjectScope scope, List<E> page, List<ObjectNode> views);
    }

    ObjectViews(Shape<E> shape, Expansion<E> expansion) {
        this.shape = shape;
        this.expansion = expansion;
    }

    Uni<List<ObjectNode>> of(ObjectScope scope, List<E> page) {
        if (page.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<ObjectNode> views = page.stream().map(this::ownColumns).toList();
        return microtenantNames(scope, page)
                .invoke(names -> putMicrotenants(page, views, names))
                .chain(() -> expansion.expand(scope, page, views))
                .replaceWith(views);
    }

    /** Every object has a name, but not every resource shows it under that key. */
    List<ObjectNode> summaries(List<E> page) {
        return page.stream()
                .map(object -> shape.write(object).put("name", object.name).retain("id", "name", "enabled"))
                .toList();
    }

    private ObjectNode ownColumns(E object) {
        return shape.write(object).put("readOnly", false).put("zscalerManaged", false);
    }

    /** The Default one needs no query: its name is the same everywhere. */
    private Uni<Map<Long, String>> microtenantNames(ObjectScope scope, List<E> page) {
        Map<Long, String> names = new HashMap<>(Map.of(TenantScope.DEFAULT_MICROTENANT, "Default"));
        if (page.stream().allMatch(object -> names.containsKey(object.microtenantId))) {
            return Uni.createFrom().item(names);
        }
        return SessionSql.rows(NAMES, scope.customerId())
                .invoke(rows -> rows.forEach(row -> names.put((Long) row[0], (String) row[1])))
                .replaceWith(names);
    }

    /** In the Default microtenant the id is absent, as ZPA has it (zpa-api 2.2). */
    private void putMicrotenants(List<E> page, List<ObjectNode> views, Map<Long, String> names) {
        for (int i = 0; i < page.size(); i++) {
            long id = page.get(i).microtenantId;
            if (id != TenantScope.DEFAULT_MICROTENANT) {
                views.get(i).put("microtenantId", Long.toString(id));
            }
            views.get(i).put("microtenantName", names.get(id));
        }
    }
}
