package io.breakwater.config.application;

import io.breakwater.config.application.SegmentStatements.Statement;
import io.breakwater.config.configobject.Existence;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.sql.Statements;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads application segments as clients see them, in a constant number of statements, whatever the page. */
record SegmentReader(Statements statements) {
    /**
     * One page of those that the scope sees; a page past the end is empty.
     *
     * @param most entries of a page
     */
    Uni<byte[]> page(ObjectScope scope, ListQuery query, int most) {
        int size = query.pageSize(most);
        return rows(SegmentStatements.page(scope, query, size))
                .chain(rows -> rows.isEmpty()
                        ? nothing(scope, query, size)
                        : complete(rows).map(page -> page.envelope(rows.get(0).total(), size)));
    }

    /** Fails with not found: for an unknown id, one outside of the scope, and one that is no id. */
    Uni<byte[]> one(ObjectScope scope, String id) {
        long number = Ids.parse(id).orElseThrow(() -> Refusal.notFound(id));
        return rows(SegmentStatements.one(scope, number)).chain(rows -> {
            if (rows.isEmpty()) {
                throw Refusal.notFound(id);
            }
            return complete(rows).map(page -> page.objects().get(0));
        });
    }

    /** By their ids. */
    Uni<Map<Long, byte[]>> all(List<Long> ids) {
        return rows(SegmentStatements.all(ids.toArray(Long[]::new)))
                .chain(rows -> complete(rows).map(page -> {
                    List<byte[]> objects = page.objects();
                    return IntStream.range(0, rows.size())
                            .boxed()
                            .collect(Collectors.toMap(i -> rows.get(i).id(), objects::get));
                }));
    }

    private Uni<byte[]> nothing(ObjectScope scope, ListQuery query, int size) {
        Statement count = SegmentStatements.count(scope, query);
        return statements.rows(count.text(), count.parameters()).chain(found -> {
            long total = (Long) found.get(0)[0];
            byte[] empty = new SegmentPage(List.of(), Map.of(), Map.of(), Set.of()).envelope(total, size);
            return total > 0
                    ? Uni.createFrom().item(empty)
                    : Existence.require(statements, scope).replaceWith(empty);
        });
    }

    private Uni<List<SegmentRow>> rows(Statement statement) {
        return statements
                .rows(statement.text(), statement.parameters())
                .map(rows -> rows.stream().map(SegmentRow::new).toList());
    }

    private Uni<SegmentPage> complete(List<SegmentRow> rows) {
        Long[] ids = rows.stream().map(SegmentRow::id).toArray(Long[]::new);
        return links(ids)
                .chain(links -> SegmentSharing.of(statements, ids)
                        .chain(shares -> covered(rows).map(covered -> new SegmentPage(rows, links, shares, covered))));
    }

    private Uni<Map<Long, List<LinkRow>>> links(Long[] ids) {
        return statements
                .rows(SegmentStatements.SERVER_GROUPS, (Object) ids)
                .map(rows -> rows.stream().map(LinkRow::new).collect(Collectors.groupingBy(LinkRow::segmentId)));
    }

    /** Asked only when one of them is for DR. */
    private Uni<Set<Long>> covered(List<SegmentRow> rows) {
        Long[] forDr =
                rows.stream().filter(SegmentRow::isForDr).map(SegmentRow::id).toArray(Long[]::new);
        return forDr.length == 0
                ? Uni.createFrom().item(Set.of())
                : statements
                        .rows(SegmentStatements.COVERED, (Object) forDr)
                        .map(found -> found.stream().map(row -> (Long) row[0]).collect(Collectors.toSet()));
    }
}
