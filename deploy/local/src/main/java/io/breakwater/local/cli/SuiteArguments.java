package io.breakwater.local.cli;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.local.SuiteException;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.PrivateFiles;
import io.breakwater.local.ports.PortPlan;
import io.breakwater.local.process.StartPatience;
import io.breakwater.local.settings.PostgresLocation;
import io.breakwater.local.zone.ZoneLocation;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The arguments that say how the suite is to run. */
final class SuiteArguments {
    static final String POSTGRES_PASSWORD = "BREAKWATER_POSTGRES_PASSWORD";

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Add N to every port. Default: ${DEFAULT-VALUE}.")
    private int portOffset;

    @Option(
            names = "--port",
            paramLabel = "NAME=N",
            description = "One port, for example --port config-service=18081. May be repeated.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description =
                    "A PostgreSQL of your own: postgresql://user@host:port. The databases breakwater_* are made there."
                            + " Its password: --postgres-password-file, or the environment variable "
                            + POSTGRES_PASSWORD + ".")
    private String postgres;

    @Option(
            names = "--postgres-password-file",
            paramLabel = "FILE",
            description = "Holds the password of that PostgreSQL's user.")
    private Path postgresPasswordFile;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "A Kafka of your own. The topics are made there.")
    private String kafka;

    @Option(
            names = "--dns",
            paramLabel = "HOST:PORT/ZONE",
            description = "An authoritative DNS server of your own and its zone; the DR domain is dr.ZONE."
                    + " Let it send NOTIFY to the watcher.")
    private String dns;

    @Option(
            names = "--dns-key",
            paramLabel = "FILE",
            description =
                    "TSIG key for dynamic updates of that zone: name:algorithm:base64, a key file of BIND, or what"
                            + " tsig-keygen prints.")
    private Path dnsKey;

    @Option(
            names = "--agent-dns-interval",
            paramLabel = "DURATION",
            description =
                    "How often an agent looks the DR domain up by itself. Default: PT3S; in production it is PT200S.")
    private Duration agentDnsInterval = SuiteOptions.AGENT_DNS_INTERVAL;

    @Option(
            names = "--start-timeout",
            paramLabel = "DURATION",
            description =
                    "How long each process may take to be healthy, for example PT15M, the default; one that does nothing"
                            + " for two minutes is given up sooner.")
    private Duration startTimeout = StartPatience.DEFAULT.overall();

    @Option(
            names = "--move-ports",
            description = "Go on with a data directory that was begun on other ports on those given now.")
    private boolean movePorts;

    SuiteOptions options(DataDirectory data) {
        SuiteOptions options = SuiteOptions.in(data.root())
                .on(PortPlan.standard(portOffset, ports))
                .withAgentDnsInterval(agentDnsInterval)
                .withPatience(StartPatience.DEFAULT.within(startTimeout))
                .movingPorts(movePorts);
        if (postgres != null) {
            options = options.withPostgres(postgres());
        }
        if (kafka != null) {
            options = options.withKafka(kafka);
        }
        if (dns != null) {
            ZoneLocation zone = zone(dns, Optional.ofNullable(dnsKey).map(DnsKeyFile::read));
            options = options.withZone(watcher -> zone);
        }
        return options;
    }

    static ZoneLocation zone(String text, Optional<TsigKey> key) {
        String[] parts = text.split("[:/]");
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,5}") || !text.matches("[^:/]+:[0-9]+/[^:/]+")) {
            throw new SuiteException("--dns is HOST:PORT/ZONE, for example 192.0.2.1:53/example.com, not " + text);
        }
        return new ZoneLocation(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), parts[2], key);
    }

    private PostgresLocation postgres() {
        if (postgres.matches("[^/]*//[^/@]*:[^/]*@.*")) {
            throw new SuiteException(
                    "--postgres: everybody on this machine can read a command line, so the password does not"
                            + " belong there: leave it out of the address and give --postgres-password-file FILE, or the environment"
                            + " variable " + POSTGRES_PASSWORD);
        }
        return PostgresLocation.parse(postgres, this::postgresPassword);
    }

    private Optional<String> postgresPassword() {
        if (postgresPasswordFile != null) {
            return Optional.of(PrivateFiles.read(postgresPasswordFile).strip());
        }
        String variable = System.getenv(POSTGRES_PASSWORD);
        if (variable == null) {
            throw new SuiteException(
                    "--postgres: its password is missing: give --postgres-password-file FILE, or the environment"
                            + " variable " + POSTGRES_PASSWORD);
        }
        return Optional.of(variable);
    }
}
