package io.breakwater.drctl.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.activation.DrDomain;
import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.TrustedKey;
import io.breakwater.dns.Asking;
import io.breakwater.dns.ServerAddress;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.InputFile;
import io.breakwater.drctl.TimeText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Says what a record set means. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Say what the TXT records at a domain mean, and why: parts, tags, signature and key, window, verdict, warnings.",
            "Reads the DNS unless --from names a file."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:APPLY: an activation is in force (whatever its mode).",
            "1:A file or a key cannot be read.",
            "2:Wrong arguments.",
            "3:PENDING: a valid activation starts later.",
            "4:EXPIRED: the newest activation has ended.",
            "5:NONE: there is no record for us.",
            "6:HOLD: the record cannot be believed; the reason is shown.",
            "7:The look-up failed: nothing is known."
        })
public final class ExplainCommand implements Callable<Integer> {

    private final Clock clock = Clock.systemDefaultZone();

    @Parameters(paramLabel = "DOMAIN", description = "The configured DR domain.")
    private String domain;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "Zone lines, what dig, kdig, host or nslookup said, an nsupdate script, or JSON of a provider, of DNS over HTTPS or ([[\"…\"],…]); - reads standard input.")
    private String from;

    @Option(
            names = "--server",
            paramLabel = "HOST[:PORT]",
            converter = ServerConverter.class,
            description = "DNS server to ask; may be repeated (default: the system's resolvers).")
    private List<ServerAddress> servers = new ArrayList<>();

    @Option(
            names = "--authoritative",
            description = "The servers are the zone's own: only an authoritative answer counts.")
    private boolean authoritative;

    @Option(names = "--key", paramLabel = "FILE", description = "A public key of the tenant, PEM; may be repeated.")
    private List<String> keyFiles = new ArrayList<>();

    @Option(
            names = "--now",
            paramLabel = "TIME",
            converter = TimeText.InstantConverter.class,
            description = "Judge as of then: epoch seconds or 2026-11-21T09:00:00Z (default: now).")
    private Instant now;

    @Option(
            names = "--last-t",
            paramLabel = "SECONDS",
            description = "Start of the activation that was applied last, to see what is a replay.")
    private Long lastT;

    @Option(
            names = "--last-identity",
            paramLabel = "HEX",
            description = "Identity of the activation that was applied last.")
    private String lastIdentity;

    @Option(names = "--no-compat", description = "As for a tenant with compatSignedText off.")
    private boolean noCompat;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailedException {
        if (from != null && (!servers.isEmpty() || authoritative)) {
            throw new ParameterException(
                    spec.commandLine(), "--from reads a file: --server and --authoritative belong to a look-up");
        }
        if (lastIdentity != null && !lastIdentity.matches("[0-9a-fA-F]{64}")) {
            throw new ParameterException(
                    spec.commandLine(), "--last-identity has 64 hexadecimal digits, as explain shows it");
        }
        try {
            domain = DrDomain.parse(domain);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        List<TrustedKey> keys = keys();
        try {
            Explanation explanation = Explanation.of(
                    domain,
                    records(),
                    keys,
                    new Policy(!noCompat, Replay.STRICT),
                    new ReplayState(
                            lastT, lastIdentity == null ? null : lastIdentity.toLowerCase(Locale.ROOT), null, Map.of()),
                    (now == null ? clock.instant() : now).getEpochSecond());
            print(explanation);
            return explanation.exitCode();
        } catch (LiveRecords.UnavailableException e) {
            return unavailable(e.getMessage());
        }
    }

    private SeenRecords records() throws CommandFailedException, LiveRecords.UnavailableException {
        if (from == null) {
            return LiveRecords.look(domain, servers, authoritative ? Asking.AUTHORITY : Asking.RECURSIVE);
        }
        String source = from.equals(InputFile.STDIN) ? "standard input" : from;
        byte[] octets = InputFile.read(from, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return FileRecords.read(octets, domain, source);
    }

    private List<TrustedKey> keys() throws CommandFailedException {
        List<TrustedKey> keys = new ArrayList<>();
        for (String file : keyFiles) {
            try {
                keys.add(TrustedKey.parse(InputFile.read(file, StandardCharsets.ISO_8859_1)));
            } catch (KeyRefusedException e) {
                throw new CommandFailedException(file + ": " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private void print(Explanation explanation) throws CommandFailedException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(write(ExplanationJson.of(explanation)));
        } else {
            new ExplanationText(explanation, clock.getZone(), out).print();
        }
    }

    private int unavailable(String detail) throws CommandFailedException {
        if (json) {
            spec.commandLine().getOut().println(write(Map.of("domain", domain, "unavailable", detail)));
        }
        spec.commandLine()
                .getErr()
                .println("drctl: the look-up of " + domain + " failed, which says nothing about the record: " + detail);
        return ExitCode.UNAVAILABLE;
    }

    private static String write(Object value) throws CommandFailedException {
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new CommandFailedException("The explanation cannot be written as JSON", e);
        }
    }

    /** {@code host}, {@code host:port}, {@code [address]:port}. */
    static final class ServerConverter implements ITypeConverter<ServerAddress> {
        @Override
        public ServerAddress convert(String text) {
            try {
                return ServerAddress.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
