package io.breakwater.benchmarks.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies a row that the service wrote, with all of its columns, many times over. */
final class Rows {
    private static final String COLUMNS =
            "select column_name from information_schema.columns where table_name = ? and is_generated = 'NEVER'"
                    + " order by ordinal_position";

    private final Connection database;

    Rows(Connection database) {
        this.database = database;
    }

    /**
     * @param template condition that one row meets
     * @param numbers a table expression that gives one row for each copy
     * @param changes expressions of columns that differ from the template's, which is {@code t}
     * @return how many copies there are
     */
    int copy(String table, String template, String numbers, Map<String, String> changes) throws SQLException {
        List<String> columns = columns(table);
        if (!columns.containsAll(changes.keySet())) {
            throw new SQLException(table + " has no longer all of the columns " + changes.keySet());
        }
        List<String> values = columns.stream()
                .map(column -> changes.getOrDefault(column, "t." + column))
                .toList();
        try (Statement statement = database.createStatement()) {
            return statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select "
                    + String.join(", ", values) + " from (select * from " + table + " where " + template
                    + " limit 1) t, " + numbers);
        }
    }

    long count(String table, long customerId) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select count(*) from " + table + " where customer_id = ?")) {
            query.setLong(1, customerId);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** So that the server's plans are those of a table that has long been so large. */
    void settle() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private List<String> columns(String table) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
            return columns;
        }
    }
}
