package io.breakwater.local.cli;

import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.supervisor.StatusReport;
import io.breakwater.local.supervisor.SuiteRegistry;
import io.breakwater.local.tenant.TenantMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs. */
@Command(
        name = "status",
        description = "Show what runs, where, and how it is.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is healthy", "1:something is not", "3:the suite does not run"})
final class StatusCommand implements Callable<Integer> {
    static final int DOES_NOT_RUN = 3;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "As JSON, with the tenant's client id and secret.")
    private boolean json;

    @Override
    public Integer call() {
        DataDirectory directory = data.directory();
        StatusReport report = StatusReport.of(directory);
        Terminal terminal = new Terminal(System.out);
        if (json) {
            terminal.line(report.json());
        } else if (report.running()) {
            show(terminal, report);
        } else {
            terminal.paragraph("Breakwater does not run on " + directory.root() + ".");
        }
        if (!json) {
            SuiteRegistry.ofUser()
                    .others(directory)
                    .forEach(other -> terminal.paragraph("Another suite runs on " + other.data() + " (pid "
                            + other.pid() + "): " + CommandHint.of(new DataDirectory(other.data()), "status")));
        }
        if (!report.running()) {
            return DOES_NOT_RUN;
        }
        return report.healthy() ? 0 : 1;
    }

    private static void show(Terminal terminal, StatusReport report) {
        terminal.table(report.services().entrySet().stream()
                .map(service -> List.of(
                        service.getKey(),
                        service.getValue().health(),
                        service.getValue().url(),
                        service.getValue().pid() == null
                                ? ""
                                : "pid " + service.getValue().pid(),
                        service.getValue().residentMegabytes() == null
                                ? ""
                                : service.getValue().residentMegabytes() + " MB"))
                .toList());
        terminal.line("");
        terminal.table(report.modes().stream().map(StatusCommand::row).toList());
        if (report.modesUnknown() != null) {
            terminal.paragraph("  mode not known: " + report.modesUnknown());
        }
    }

    private static List<String> row(TenantMode tenant) {
        return List.of(
                tenant.domain() == null ? tenant.customerId() : tenant.domain(),
                tenant.mode() + (tenant.held() == null ? "" : " (held: " + tenant.held() + ")"),
                "since " + seconds(tenant.since()),
                tenant.acknowledged() + " of " + tenant.expected() + " agents acknowledged",
                tenant.lastLook() == null
                        ? "never looked up"
                        : "looked up " + seconds(tenant.lastLook())
                                + (tenant.verdict() == null ? "" : ", " + tenant.verdict()));
    }

    private static String seconds(String instant) {
        return instant == null
                ? "?"
                : Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
