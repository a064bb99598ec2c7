package io.breakwater.config.configobject;

import io.breakwater.config.search.ListPage;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The queries that every resource needs, in the caller's session. Stateless.
 *
 * @param <E> the entity
 */
public final class ConfigObjectRepository<E extends ConfigObject> {
    private final Class<E> type;
    private final String entity;

    public ConfigObjectRepository(Class<E> type) {
        this.type = type;
        this.entity = type.getSimpleName();
    }

    /** Null when none of that id meets the condition. */
    public Uni<E> find(Where where, long id) {
        return query("from " + entity + " e where e.id = :id and " + where.condition(), where)
                .map(query -> query.setParameter("id", id))
                .chain(Mutiny.SelectionQuery::getSingleResultOrNull);
    }

    /** Fails with not found: for an unknown id, one outside of the scope, and one that is no id. */
    public Uni<E> require(ObjectScope scope, String id) {
        return Ids.parse(id)
                .map(number -> find(scope.where(), number))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(id));
    }

    public Uni<Long> count(ObjectScope scope) {
        return count(scope.where());
    }

    /** Those of the ids that the tenant has, in order of id. */
    public Uni<List<E>> findAll(long customerId, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.find(type, ids.toArray()))
                .map(found -> found.stream()
                        .filter(object -> object != null && object.customerId == customerId)
                        .sorted(Comparator.comparing(object -> object.id))
                        .toList());
    }

    /** All within the scope, in order of id: for kinds of which there are few. */
    public Uni<List<E>> all(ObjectScope scope) {
        Where where = scope.where();
        return query("from " + entity + " e where " + where.condition() + " order by e.id", where)
                .chain(Mutiny.SelectionQuery::getResultList);
    }

    /** How many have each of these values of the attribute; a value that none has is not in it. */
    public Uni<Map<Long, Long>> countBy(long customerId, String attribute, Collection<Long> values) {
        String hql = "select e." + attribute + ", count(e) from " + entity
                + " e where e.customerId = :customerId and e." + attribute + " in (:values) group by e." + attribute;
        return Panache.getSession()
                .map(session -> session.createSelectionQuery(hql, Object[].class)
                        .setParameter("customerId", customerId)
                        .setParameter("values", values))
                .chain(Mutiny.SelectionQuery::getResultList)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    /** All of a tenant, in order of id. */
    public Uni<List<E>> ofTenant(long customerId) {
        return Panache.getSession()
                .map(session -> session.createSelectionQuery(
                                "from " + entity + " e where e.customerId = :customerId order by e.id", type)
                        .setParameter("customerId", customerId))
                .chain(Mutiny.SelectionQuery::getResultList);
    }

    /** Those whose attribute has one of these values, in order of id. */
    public Uni<List<E>> findBy(long customerId, String attribute, Collection<Long> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .map(session -> session.createSelectionQuery(
                                "from " + entity + " e where e.customerId = :customerId and e." + attribute
                                        + " in (:values) order by e.id",
                                type)
                        .setParameter("customerId", customerId)
                        .setParameter("values", values))
                .chain(Mutiny.SelectionQuery::getResultList);
    }

    /** One page; a page past the end is empty and costs one query. */
    public Uni<ListPage<E>> page(Where where, String order, long page, int size) {
        return count(where).chain(total -> {
            long first = (page - 1) * size;
            if (page > total || first >= total) {
                return Uni.createFrom().item(new ListPage<E>(total, size, List.of()));
            }
            return query("from " + entity + " e where " + where.condition() + " order by " + order, where)
                    .map(query -> query.setFirstResult((int) first).setMaxResults(size))
                    .chain(Mutiny.SelectionQuery::getResultList)
                    .map(entries -> new ListPage<>(total, size, entries));
        });
    }

    public Uni<Long> count(Where where) {
        return Panache.getSession()
                .map(session -> {
                    Mutiny.SelectionQuery<Long> query = session.createSelectionQuery(
                            "select count(e) from " + entity + " e where " + where.condition(), Long.class);
                    where.parameters().forEach(query::setParameter);
                    return query;
                })
                .chain(Mutiny.SelectionQuery::getSingleResult);
    }

    /** Writes it at once, so that the database's refusals come here and not at the commit. */
    public Uni<Void> persist(E object) {
        return Panache.getSession().chain(session -> session.persist(object).chain(session::flush));
    }

    /** Writes the changes of what was read in this session. */
    public Uni<Void> flush() {
        return Panache.getSession().chain(Mutiny.Session::flush);
    }

    public Uni<Void> remove(E object) {
        return Panache.getSession().chain(session -> session.remove(object).chain(session::flush));
    }

    private Uni<Mutiny.SelectionQuery<E>> query(String hql, Where where) {
        return Panache.getSession().map(session -> {
            Mutiny.SelectionQuery<E> query = session.createSelectionQuery(hql, type);
            where.parameters().forEach(query::setParameter);
            return query;
        });
    }
}
