package io.breakwater.config.configobject;

import io.breakwater.config.limits.Limits;
import io.breakwater.config.search.ListPage;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.Naming;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.search.Where;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;

/**
 * Reads the page of a resource that a client asks for. Stateless.
 *
 * @param <E> the entity
 */
final class ObjectPages<E extends ConfigObject> {
    private final Shape<E> shape;
    private final ConfigObjectRepository<E> objects;
    private final SearchCompiler.Special special;
    private final Limits limits;

    /** @param special what a search may name beside the columns */
    ObjectPages(Shape<E> shape, ConfigObjectRepository<E> objects, SearchCompiler.Special special, Limits limits) {
        this.limits = limits;
        this.special = special;
        this.shape = shape;
        this.objects = objects;
    }

    /** In the caller's session. */
    Uni<ListPage<E>> read(ObjectScope scope, ListQuery query) {
        Where where = SearchCompiler.compile(
                shape, SearchParser.parse(query.search()), scope.where(), special, Naming.ATTRIBUTES);
        return objects.page(
                        where,
                        query.order(shape, Naming.ATTRIBUTES),
                        query.pageNumber(),
                        query.pageSize(limits.pageSize()))
                .call(page -> page.total() == 0
                        ? Existence.require(SessionSql::rows, scope)
                        : Uni.createFrom().voidItem());
    }
}
