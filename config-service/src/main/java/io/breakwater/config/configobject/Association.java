package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A many-to-many link as one of its ends sees it. Reading it for a whole page takes two queries. Stateless; works in the caller's
 * session.
 *
 * @param <R> the entity at the other end
 */
public final class Association<R extends ConfigObject> {
    private static final String IDS = "cast(string_to_array(:ids, ',') as bigint[])";

    private final String table;
    private final String own;
    private final String other;
    private final ConfigObjectRepository<R> others;

    /**
     * @param table with {@code customer_id} and the two columns
     * @param own column of this end
     * @param other column of the other end
     */
    public Association(String table, String own, String other, Class<R> type) {
        this.table = table;
        this.own = own;
        this.other = other;
        this.others = new ConfigObjectRepository<>(type);
    }

    /** Makes these the only links of an object, when the request speaks of them at all. */
    public Uni<Void> replace(ConfigObject owner, ObjectNode body, String field) {
        return IdList.read(body, field)
                .map(ids -> requireAll(owner.customerId, ids, field).chain(() -> replace(owner, ids)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Adds links that are not there yet. */
    public Uni<Void> add(ConfigObject owner, Collection<Long> ids) {
        String sql = "insert into " + table + " (customer_id, " + own + ", " + other + ")"
                + " select :customer, :owner, linked from unnest(" + IDS + ") linked on conflict do nothing";
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("customer", owner.customerId)
                        .setParameter("owner", owner.id)
                        .setParameter("ids", joined(ids))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What is linked to each of these objects, by their ids; an object without links is not in it. */
    public Uni<Map<Long, List<R>>> of(long customerId, Collection<? extends ConfigObject> owners) {
        return ids(owners.stream().map(owner -> owner.id).toList())
                .chain(links -> others.findAll(customerId, all(links)).map(found -> resolved(links, found)));
    }

    /** What is linked to one object. */
    public Uni<List<R>> of(ConfigObject owner) {
        return of(owner.customerId, List.of(owner)).map(links -> links.getOrDefault(owner.id, List.of()));
    }

    /** The ids that are linked to each of these ids. */
    public Uni<Map<Long, List<Long>>> ids(Collection<Long> owners) {
        if (owners.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String sql = "select " + own + ", " + other + " from " + table + " where " + own + " = any(" + IDS
                + ") order by " + own + ", " + other;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("ids", joined(owners))
                        .getResultList())
                .map(Association::grouped);
    }

    private Uni<Void> requireAll(long customerId, Set<Long> ids, String field) {
        return others.findAll(customerId, ids)
                .invoke(found -> {
                    if (found.size() < ids.size()) {
                        throw IdList.unknown(field);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> replace(ConfigObject owner, Set<Long> ids) {
        return clear(owner).chain(() -> add(owner, ids));
    }

    /** Takes all links of an object away. */
    public Uni<Void> clear(ConfigObject owner) {
        String sql = "delete from " + table + " where " + own + " = :owner";
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("owner", owner.id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String joined(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Map<Long, List<Long>> grouped(List<Object[]> rows) {
        Map<Long, List<Long>> links = new HashMap<>();
        for (Object[] row : rows) {
            links.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add((Long) row[1]);
        }
        return links;
    }

    private static Set<Long> all(Map<Long, List<Long>> links) {
        Set<Long> ids = new LinkedHashSet<>();
        links.values().forEach(ids::addAll);
        return ids;
    }

    private static <R extends ConfigObject> Map<Long, List<R>> resolved(Map<Long, List<Long>> links, List<R> found) {
        Map<Long, R> byId = found.stream().collect(Collectors.toMap(object -> object.id, object -> object));
        Map<Long, List<R>> resolved = new HashMap<>();
        links.forEach(
                (owner, ids) -> resolved.put(owner, ids.stream().map(byId::get).toList()));
        return resolved;
    }
}
