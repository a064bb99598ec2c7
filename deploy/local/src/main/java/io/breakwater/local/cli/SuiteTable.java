package io.breakwater.local.cli;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.supervisor.SuiteState;
import io.breakwater.local.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;

/** What {@code up} shows when everything is healthy. */
final class SuiteTable {
    private SuiteTable() {}

    static void print(Terminal terminal, LocalSuite suite) {
        List<List<String>> rows = new ArrayList<>();
        SuiteState.read(suite.surroundings().data().stateFile())
                .ifPresent(state ->
                        state.processes().forEach((name, process) -> rows.add(List.of(name, process.url()))));
        terminal.line("");
        terminal.table(rows);
        Tenant tenant = suite.tenant();
        terminal.line("");
        terminal.table(List.of(
                List.of("tenant", tenant.name()),
                List.of("customer id", tenant.customerId()),
                List.of("client id", tenant.clientId()),
                List.of("client secret", tenant.clientSecret()),
                List.of("DR domain", tenant.drDomain()),
                List.of("DR keys", suite.surroundings().data().drKeys().toString()),
                List.of("logs", "./breakwater logs NAME")));
        terminal.line("");
    }
}
