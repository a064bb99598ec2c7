package io.breakwater.local.cli;

import io.breakwater.activation.Mode;
import io.breakwater.local.drill.DrillOfSuite;
import io.breakwater.local.zone.ZoneLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Switches the running suite's tenant by DNS, and says who follows. */
@Command(
        name = "drill",
        description = {
            "Signs a record with the sample tenant's key, publishes it by dynamic update, and follows every agent until it has"
                    + " acknowledged it.",
            "test: designated agents serve the DR test group. on: disaster recovery. off: ends either."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every agent has acknowledged",
            "1:one has not in time, or nothing could be published",
            "2:wrong arguments"
        })
final class DrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(index = "0", paramLabel = "test|on|off", description = "What the record says.")
    private String word;

    @Option(
            names = "--duration",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description =
                    "From now to the record's end, for example 30m, 8h, 1d12h. Default: 8h for test and on, 365d for off.")
    private Duration duration;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "How long agents may take. Default: 60s.")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--dns",
            paramLabel = "HOST:PORT/ZONE",
            description = "A name server of your own with the zone of the DR domain. Default: the suite's own.")
    private String dns;

    @Option(
            names = "--dns-key",
            paramLabel = "FILE",
            description = "TSIG key for dynamic updates of that zone: a key file of BIND, what tsig-keygen prints, or"
                    + " name:algorithm:base64.")
    private Path dnsKey;

    @Override
    public Integer call() {
        Mode mode = mode();
        if ((dns == null) != (dnsKey == null)) {
            throw new ParameterException(spec.commandLine(), "--dns and --dns-key belong together");
        }
        Duration window = duration == null ? Duration.ofHours(mode == Mode.NORMAL ? 365 * 24 : 8) : duration;
        if (window.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new ParameterException(spec.commandLine(), "--duration: a minute at least");
        }
        Optional<ZoneLocation> zone = dns == null
                ? Optional.empty()
                : Optional.of(SuiteArguments.zone(dns, Optional.of(DnsKeyFile.read(dnsKey))));
        Terminal terminal = new Terminal(System.out);
        List<String> late = DrillOfSuite.on(data.directory()).run(mode, window, timeout, zone, terminal);
        late.forEach(terminal::paragraph);
        return late.isEmpty() ? 0 : 1;
    }

    private Mode mode() {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "test" -> Mode.TEST;
            case "on" -> Mode.ACTIVE;
            case "off" -> Mode.NORMAL;
            default -> throw new ParameterException(spec.commandLine(), "'" + word + "' is none of test, on and off");
        };
    }
}
