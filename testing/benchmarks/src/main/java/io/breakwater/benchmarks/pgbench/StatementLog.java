package io.breakwater.benchmarks.pgbench;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which statements a request sends, from the server's log. Nobody but the service that answers may work on the database
 * meanwhile; what its outbox's relay does by itself is left out.
 */
public final class StatementLog implements AutoCloseable {
    private static final Pattern ENTRY = Pattern.compile(
            "^[0-9-]+ [0-9:.]+ \\S+ \\[([0-9]+)\\] (LOG|DETAIL): +(?:execute [^:]+: |statement: |[Pp]arameters: )(.*)$",
            Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("\n(?=[0-9]{4}-[0-9]{2}-[0-9]{2} )");
    private static final String RELAY = "outbox_shard";
    private static final Duration SETTLED = Duration.ofMillis(100);
    private static final int TRIES = 20;

    private final Connection administrator;
    private final Path log;

    /**
     * @param administrator may change the server's settings; stays the caller's
     * @param log what the server writes to its standard error
     */
    public StatementLog(Connection administrator, Path log) throws SQLException {
        this.administrator = administrator;
        this.log = log;
        set("alter system set log_statement = 'all'");
    }

    /**
     * What the request sends once everything that it keeps is kept: what it sent two times in a row.
     *
     * @param variables names of pgbench's variables by the values that the request gave or got for them, when it was answered
     * @return a script for pgbench
     */
    public String script(Callable<Map<String, String>> request) throws Exception {
        List<String> before = List.of();
        for (int tries = 0; tries < TRIES; tries++) {
            long from = Files.size(log);
            Map<String, String> variables = request.call();
            LockSupport.parkNanos(SETTLED.toNanos());
            List<Statement> statements = requested(text(from));
            List<String> sql = statements.stream().map(Statement::sql).toList();
            if (!sql.isEmpty() && sql.equals(before)) {
                StringBuilder script = new StringBuilder();
                statements.forEach(statement -> script.append(statement.script(variables)));
                return script.toString();
            }
            before = sql;
        }
        throw new SuiteException("the request never sent the same statements two times in a row; the last: " + before);
    }

    private String text(long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    }

    /** In their order, without transactions of the relay. */
    static List<Statement> requested(String text) {
        Map<Long, List<Statement>> open = new LinkedHashMap<>();
        List<Statement> requested = new ArrayList<>();
        for (Statement statement : statements(text)) {
            String sql = statement.sql();
            List<Statement> transaction = open.get(statement.process());
            if (sql.equals("BEGIN")) {
                open.put(statement.process(), new ArrayList<>(List.of(statement)));
            } else if (transaction == null) {
                requested.add(statement);
            } else {
                transaction.add(statement);
                if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
                    open.remove(statement.process());
                    requested.addAll(isRelay(transaction) ? List.of() : transaction);
                }
            }
        }
        return requested;
    }

    private static boolean isRelay(List<Statement> transaction) {
        return transaction.stream().anyMatch(statement -> statement.sql().contains(RELAY));
    }

    private static List<Statement> statements(String text) {
        List<Statement> all = new ArrayList<>();
        for (String entry : NEXT.split(text.strip())) {
            Matcher matcher = ENTRY.matcher(entry.replace("\n\t", "\n"));
            if (!matcher.matches()) {
                continue;
            }
            if (matcher.group(2).equals("LOG")) {
                all.add(new Statement(Long.parseLong(matcher.group(1)), matcher.group(3), List.of()));
            } else {
                Statement last = all.remove(all.size() - 1);
                all.add(new Statement(last.process(), last.sql(), Statement.parameters(matcher.group(3))));
            }
        }
        return all;
    }

    private void set(String statement) throws SQLException {
        try (java.sql.Statement sql = administrator.createStatement()) {
            sql.execute(statement);
            sql.execute("select pg_reload_conf()");
        }
    }

    /** The server logs no statements any more. */
    @Override
    public void close() throws SQLException {
        set("alter system reset log_statement");
    }
}
