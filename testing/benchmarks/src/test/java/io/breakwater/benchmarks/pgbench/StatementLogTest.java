package io.breakwater.benchmarks.pgbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementLogTest {
    private static final String LOG = """
            2026-11-21 04:14:40.732 UTC [7] LOG:  statement: BEGIN
            2026-11-21 04:14:40.733 UTC [9] LOG:  statement: BEGIN
            2026-11-21 04:14:40.733 UTC [9] LOG:  execute 0000000: select s.shard from outbox_shard s
            \twhere exists (select 1) for update skip locked
            2026-11-21 04:14:40.734 UTC [7] LOG:  execute 0000013: update customer c set revision = c.revision + 1
            \twhere c.id = $1 and c.name <> $2
            2026-11-21 04:14:40.734 UTC [7] DETAIL:  Parameters: $1 = '72', $2 = NULL
            2026-11-21 04:14:40.735 UTC [9] LOG:  statement: COMMIT
            2026-11-21 04:14:40.736 UTC [7] LOG:  statement: COMMIT
            2026-11-21 04:14:40.737 UTC [8] LOG:  execute 0000014: select 1
            2026-11-21 04:14:40.738 UTC [8] LOG:  checkpoint starting: time
            """;

    @Test
    void takesWhatARequestSentAndLeavesTheRelayOut() {
        assertThat(StatementLog.requested(LOG))
                .extracting(Statement::sql)
                .containsExactly(
                        "BEGIN",
                        "update customer c set revision = c.revision + 1\nwhere c.id = $1 and c.name <> $2",
                        "COMMIT",
                        "select 1");
    }

    @Test
    void writesParametersAsLiteralsAndVariables() {
        Statement update = StatementLog.requested(LOG).get(1);

        assertThat(update.script(Map.of("72", "id"))).endsWith("where c.id = :id and c.name <> null;\n");
        assertThat(update.script(Map.of())).endsWith("where c.id = U&'72' and c.name <> null;\n");
    }

    @Test
    void readsAnyParameter() {
        assertThat(Statement.parameters("$1 = 'it''s, $2 = ''x''', $2 = NULL, $3 = ''"))
                .containsExactly("it's, $2 = 'x'", null, "");
    }

    @Test
    void readsAParameterOfAnyLength() {
        String list = "382383258613993535,".repeat(10_000);

        assertThat(Statement.parameters("$1 = '" + list + "'")).containsExactly(list);
    }

    /** pgbench takes a colon and a name for a variable, in quotes too. */
    @Test
    void literalsHoldNothingThatMeansSomethingToPgbench() {
        Statement statement = new Statement(1, "select $1", List.of("{\"a\":\"it's\\n;\nü\"}"));

        assertThat(statement.script(Map.of()))
                .isEqualTo("select U&'{\"a\"\\+00003A\"it\\+000027s\\+00005Cn\\+00003B\\+00000A\\+0000FC\"}';\n");
    }
}
