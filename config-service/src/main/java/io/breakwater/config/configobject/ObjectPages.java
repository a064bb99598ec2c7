package io.breakwater.config.configobject;

import io.breakwater.config.search.ListPage;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.search.Where;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

/**
 * Reads the page of a resource that a client asks for. Stateless.
 *
 * @param <E> the entity
 */
final class ObjectPages<E extends ConfigObject> {
    private static final String THERE = "select id from microtenant where customer_id = $1 and id = $2";

    private final Shape<E> shape;
    private final ConfigObjectRepository<E> objects;
    private final SearchCompiler.Special special;

    /** @param special what a search may name beside the columns */
    ObjectPages(Shape<E> shape, ConfigObjectRepository<E> objects, SearchCompiler.Special special) {
        this.special = special;
        this.shape = shape;
        this.objects = objects;
    }

    /** In the caller's session. */
    Uni<ListPage<E>> read(ObjectScope scope, ListQuery query) {
        Where where = SearchCompiler.compile(shape, SearchParser.parse(query.search()), scope.where(), special);
        return objects.page(where, order(query), query.pageNumber(), query.pageSize())
                .call(page -> page.total() == 0
                        ? requireScope(scope)
                        : Uni.createFrom().voidItem());
    }

    /** Nothing in a tenant or microtenant that does not exist is not the same as nothing. */
    private static Uni<Void> requireScope(ObjectScope scope) {
        return SessionSql.row(THERE, scope.customerId(), scope.microtenantId())
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
