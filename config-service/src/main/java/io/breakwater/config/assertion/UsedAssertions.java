package io.breakwater.config.assertion;

import io.breakwater.config.sql.SessionSql;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Which assertions were used. Safe for threads and replicas: the database decides who was first. */
@Singleton
public class UsedAssertions {
    private static final String USE = """
            insert into used_assertion (subject, id, ends_at)
            select cast($1 as varchar), cast($2 as varchar), cast($3 as timestamptz)
            where not exists (select 1 from used_assertion where subject = cast($1 as varchar) order by id offset $4)
            on conflict do nothing""";

    private static final String KNOWN = "select 1 from used_assertion where subject = $1 and id = $2";
    private static final String FORGET = "delete from used_assertion where ends_at < $1";

    private final AssertionConfig config;
    private final Clock clock;

    UsedAssertions(AssertionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** In the caller's transaction: when that fails, the assertion was not used. */
    public Uni<Use> use(VerifiedAssertion assertion) {
        OffsetDateTime end = assertion.end().atOffset(ZoneOffset.UTC);
        return SessionSql.update(USE, assertion.subject(), assertion.id(), end, (long) config.mostOfOne() - 1)
                .chain(rows -> rows == 1
                        ? Uni.createFrom().item(Use.FIRST)
                        : SessionSql.row(KNOWN, assertion.subject(), assertion.id())
                                .map(row -> row == null ? Use.TOO_MANY : Use.AGAIN));
    }

    /** Forgets those that are over. */
    @WithTransaction
    Uni<Integer> forgetOver() {
        return SessionSql.update(FORGET, clock.instant().atOffset(ZoneOffset.UTC));
    }
}
