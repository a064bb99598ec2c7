package io.breakwater.config.configobject;

import io.breakwater.config.search.ListPage;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Field;
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

    ObjectPages(Shape<E> shape, ConfigObjectRepository<E> objects) {
        this.shape = shape;
        this.objects = objects;
    }

    /** In the caller's session. */
    Uni<ListPage<E>> read(ObjectScope scope, ListQuery query) {
        Where where = SearchCompiler.compile(shape, SearchParser.parse(query.search()), scope.where());
        return objects.page(where, order(query), query.pageNumber(), query.pageSize());
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
