package io.breakwater.config.application;

import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.rows.Condition;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.Naming;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.search.Where;
import java.util.Map;

/** The statements that read application segments. Pure. */
final class SegmentStatements {
    /** With its columns, of the segments that a condition selects; the innermost part decides which, and in what order. */
    private static final String SEGMENTS = "select " + SegmentRow.COLUMNS + """
            ,
            (select g.name from segment_group g where g.customer_id = e.customer_id and g.id = e.segment_group_id),
            (select m.name from microtenant m where m.customer_id = e.customer_id and m.id = e.microtenant_id)
            """;

    /** The server groups of segments and what each gets of the load. */
    static final String SERVER_GROUPS = "select l.application_id, l.weight, l.passive, " + LinkRow.COLUMNS + """

            from application_server_group l
            join server_group g on g.customer_id = l.customer_id and g.id = l.server_group_id
            where l.application_id = any($1) order by l.application_id, g.id""";

    /** Of these segments, those that lead to an App Connector group that is designated for DR. */
    static final String COVERED = """
            select distinct l.application_id from application_server_group l
            join server_group_connector_group c on c.server_group_id = l.server_group_id
            join app_connector_group g on g.id = c.app_connector_group_id and g.use_in_dr_mode
            where l.application_id = any($1)""";

    private static final String VISIBLE = """
            e.customer_id = :customerId and (e.microtenant_id = :microtenantId or e.id in
            (select s.application_id from application_share s
            where s.customer_id = :customerId and s.microtenant_id = :microtenantId))""";

    private SegmentStatements() {}

    /** One of a list's statements. @param text with {@code $1}, {@code $2} ... */
    record Statement(String text, Object[] parameters) {}

    /** How many there are on all pages: for a page that is past the end. */
    static Statement count(ObjectScope scope, ListQuery query) {
        Condition found = found(scope, query);
        return new Statement(count(found), found.with());
    }

    /** The segments of a page, each with the number of those on all pages as its last column. */
    static Statement page(ObjectScope scope, ListQuery query, int size) {
        Condition found = found(scope, query);
        int next = found.parameters().size() + 1;
        String order = " order by " + query.order(ApplicationShape.SHAPE, Naming.COLUMNS);
        return new Statement(
                SEGMENTS + ", (" + count(found) + ") from (select e.* from application_segment e where " + found.sql()
                        + order + " offset $" + next + " limit $" + (next + 1) + ") e" + order,
                found.with(query.skipped(size), (long) size));
    }

    static Statement one(ObjectScope scope, long id) {
        Condition visible = Condition.of(visible(scope).and(Where.of("e.id = :id", Map.of("id", id))));
        return new Statement(SEGMENTS + " from application_segment e where " + visible.sql(), visible.with());
    }

    /** Those that the caller has found already, in order of id. */
    static Statement all(Long[] ids) {
        return new Statement(
                SEGMENTS + " from application_segment e where e.id = any($1) order by e.id", new Object[] {ids});
    }

    private static String count(Condition found) {
        return "select count(*) from application_segment e where " + found.sql();
    }

    private static Condition found(ObjectScope scope, ListQuery query) {
        return Condition.of(SearchCompiler.compile(
                ApplicationShape.SHAPE,
                SearchParser.parse(query.search()),
                visible(scope),
                new SegmentSearch(),
                Naming.COLUMNS));
    }

    /** A microtenant's own, and those that are shared with it (I8). */
    private static Where visible(ObjectScope scope) {
        return Where.of(VISIBLE, Map.of("customerId", scope.customerId(), "microtenantId", scope.microtenantId()));
    }
}
