package io.breakwater.config.configobject;

import io.breakwater.config.search.ListPage;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Reads the page of a resource that a client asks for. Stateless.
 *
 * @param <E> the entity
 */
final class ObjectPages<E extends ConfigObject> {
    private static final String THERE =
            "select id from microtenant where customer_id = :customer and id = :microtenant";

    private final Shape<E> shape;
    private final ConfigObjectRepository<E> objects;

    ObjectPages(Shape<E> shape, ConfigObjectRepository<E> objects) {
        this.shape = shape;
        this.objects = objects;
    }

    /** In the caller's session. */
    Uni<ListPage<E>> read(ObjectScope scope, ListQuery query) {
        Where where = SearchCompiler.compile(shape, SearchParser.parse(query.search()), scope.where());
        return objects.page(where, order(query), query.pageNumber(), query.pageSize())
                .call(page -> page.total() == 0
                        ? requireScope(scope)
                        : Uni.createFrom().voidItem());
    }

    /** Nothing in a tenant or microtenant that does not exist is not the same as nothing. */
    private static Uni<Void> requireScope(ObjectScope scope) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(THERE, Long.class)
                        .setParameter("customer", scope.customerId())
                        .setParameter("microtenant", scope.microtenantId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.NOT_FOUND, "There is no such customer or microtenant."))
                .replaceWithVoid();
    }

    /** In order of creation unless asked otherwise, and always the same. */
    private String order(ListQuery query) {
        String direction = query.descending() ? " desc" : "";
        return shape.searchable(query.sortBy() == null ? "" : query.sortBy())
                .map(Field::attribute)
                .map(attribute -> "e." + attribute + direction + ", e.id")
                .orElse("e.id");
    }
}
