package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A many-to-many link as one of its ends sees it. Reading it for a whole page takes two queries. Stateless; works in the caller's
 * session.
 *
 * @param <R> the entity at the other end
 */
public final class Association<R extends ConfigObject> {
    private final String table;
    private final String own;
    private final String other;
    private final ConfigObjectRepository<R> others;
    private final boolean tenantWide;

    /**
     * @param table with {@code customer_id} and the two columns
     * @param own column of this end
     * @param other column of the other end
     */
    public Association(String table, String own, String other, Class<R> type) {
        this(table, own, other, type, false);
    }

    private Association(String table, String own, String other, Class<R> type, boolean tenantWide) {
        this.table = table;
        this.own = own;
        this.other = other;
        this.others = new ConfigObjectRepository<>(type);
        this.tenantWide = tenantWide;
    }

    /** A link to objects that all microtenants share. */
    public static <R extends ConfigObject> Association<R> toTenantWide(
            String table, String own, String other, Class<R> type) {
        return new Association<>(table, own, other, type, true);
    }

    /** Makes what the request names the only links of an object, for each kind of link that it speaks of. */
    static Uni<Void> replaceAll(Map<String, Association<?>> links, ConfigObject owner, ObjectNode body) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Map.Entry<String, Association<?>> link : links.entrySet()) {
            chain = chain.chain(() -> link.getValue().replace(owner, body, link.getKey()));
        }
        return chain;
    }

    /** Adds to a record of the object the ids that are linked now, for each kind of link that the request speaks of. */
    static Uni<ObjectNode> record(
            Map<String, Association<?>> links, ConfigObject owner, ObjectNode body, ObjectNode record) {
        Map<String, Association<?>> named = new TreeMap<>(links);
        named.keySet().removeIf(key -> !body.path(key).isArray());
        return record(named, owner, record);
    }

    /** Adds the ids that are linked now to a record of the object. */
    static Uni<ObjectNode> record(Map<String, Association<?>> links, ConfigObject owner, ObjectNode record) {
        Uni<ObjectNode> chain = Uni.createFrom().item(record);
        for (Map.Entry<String, Association<?>> link : new TreeMap<>(links).entrySet()) {
            chain = chain.call(() -> link.getValue()
                    .ids(List.of(owner.id))
                    .invoke(ids -> ids.getOrDefault(owner.id, List.of())
                            .forEach(id -> record.withArray(link.getKey()).add(id.toString()))));
        }
        return chain;
    }

    /** Makes these the only links of an object, when the request speaks of them at all. */
    public Uni<Void> replace(ConfigObject owner, ObjectNode body, String field) {
        return IdList.read(body, field)
                .map(ids -> requireAll(owner, ids, field).chain(() -> replace(owner, ids)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Adds links that are not there yet. */
    public Uni<Void> add(ConfigObject owner, Collection<Long> ids) {
        String sql = "insert into " + table + " (customer_id, " + own + ", " + other + ")"
                + " select $1, $2, linked from unnest($3::bigint[]) linked on conflict do nothing";
        return SessionSql.update(sql, owner.customerId, owner.id, array(ids)).replaceWithVoid();
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
        String sql = "select " + own + ", " + other + " from " + table + " where " + own + " = any($1) order by " + own
                + ", " + other;
        return SessionSql.rows(sql, (Object) array(owners)).map(Association::grouped);
    }

    /** Of the same tenant and, unless all share them, of the same microtenant (I8). */
    private Uni<Void> requireAll(ConfigObject owner, Set<Long> ids, String field) {
        return others.findAll(owner.customerId, ids)
                .invoke(found -> {
                    boolean within = tenantWide
                            || found.stream().allMatch(other -> other.microtenantId.equals(owner.microtenantId));
                    if (found.size() < ids.size() || !within) {
                        throw IdList.unknown(field);
                    }
                })
                .replaceWithVoid();
    }

    /** Links that stay keep what else their rows hold. */
    private Uni<Void> replace(ConfigObject owner, Set<Long> ids) {
        String sql = "delete from " + table + " where " + own + " = $1 and " + other + " <> all($2)";
        return SessionSql.update(sql, owner.id, array(ids)).chain(() -> add(owner, ids));
    }

    /** Takes all links of an object away. */
    public Uni<Void> clear(ConfigObject owner) {
        return SessionSql.update("delete from " + table + " where " + own + " = $1", owner.id)
                .replaceWithVoid();
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
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
