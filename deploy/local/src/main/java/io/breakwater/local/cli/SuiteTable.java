package io.breakwater.local.cli;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.settings.Surroundings;
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
                List.of("logs", CommandHint.of(suite.surroundings().data(), "logs NAME")),
                List.of("drill", CommandHint.of(suite.surroundings().data(), "drill test"))));
        terminal.line("");
        notify(terminal, suite.surroundings());
    }

    /** What a name server of one's own needs to tell dns-watcher of changes; addresses and the key's name, not the key. */
    private static void notify(Terminal terminal, Surroundings around) {
        terminal.paragraph("For NOTIFY from a name server of your own, in BIND's named.conf:");
        terminal.line("  include \"" + around.secrets().notifyKeyForBind() + "\";");
        terminal.line("  zone \"" + around.zone().origin() + "\" { notify yes; also-notify { 127.0.0.1 port "
                + around.ports().port("dns-watcher.notify") + " key \""
                + around.secrets().notifyKey().name()
                + "\"; }; };");
        terminal.line("");
    }
}
