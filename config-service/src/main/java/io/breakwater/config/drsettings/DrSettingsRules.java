package io.breakwater.config.drsettings;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.activation.DrDomain;
import io.breakwater.activation.Replay;
import io.breakwater.config.wire.HostNames;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Judges requested DR settings and takes them over. Pure. */
final class DrSettingsRules {
    private static final String AUTHORITATIVE = "authoritative";
    private static final List<String> MODES = List.of(AUTHORITATIVE, "recursive");

    private final List<FieldProblem> wrong = new ArrayList<>();

    private DrSettingsRules() {}

    /** @throws ProblemException naming every field that is wrong; then nothing was taken over */
    static void apply(DrSettingsRequest request, DrSettingsEntity settings) {
        new DrSettingsRules().applyAll(request, settings);
    }

    private void applyAll(DrSettingsRequest request, DrSettingsEntity settings) {
        DrSettingsRequest.Lookup lookup =
                Objects.requireNonNullElse(request.lookup(), new DrSettingsRequest.Lookup(null, null));
        String domain = domain(request.domain());
        Long maxAge = read("maxAuthenticationAge", request.maxAuthenticationAge(), "P14D", MaxAge::parse);
        String replay = read(
                "replay",
                request.replay(),
                Replay.STRICT.label(),
                text -> Replay.parse(text).label());
        String absence = read(
                "absence",
                request.absence(),
                AbsencePolicy.KEEP.toString(),
                text -> AbsencePolicy.parse(text).toString());
        String mode = read("lookup.mode", lookup.mode(), AUTHORITATIVE, DrSettingsRules::mode);
        String[] servers = servers(lookup.servers());
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Problem.INVALID_FIELD, "Some DR settings are not valid; nothing was changed.", wrong);
        }
        settings.domain = domain;
        settings.maxAuthenticationAgeSeconds = maxAge;
        settings.replay = replay;
        settings.absence = absence;
        settings.compatSignedText = !Boolean.FALSE.equals(request.compatSignedText());
        settings.lookupMode = mode;
        settings.lookupServers = servers;
    }

    private <T> T read(String field, String text, String absent, Function<String, T> parse) {
        try {
            return parse.apply(text == null ? absent : text.trim());
        } catch (IllegalArgumentException e) {
            wrong.add(new FieldProblem(field, e.getMessage()));
            return null;
        }
    }

    private String domain(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = HostNames.plain(text);
        try {
            return DrDomain.parse(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            wrong.add(new FieldProblem("domain", "must be a host name such as dr.example.com: " + e.getMessage()));
            return null;
        }
    }

    private static String mode(String text) {
        if (!MODES.contains(text)) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", MODES));
        }
        return text;
    }

    private String[] servers(List<String> servers) {
        List<String> given = servers == null ? List.of() : servers;
        if (!given.stream().allMatch(server -> server != null && isServer(server))) {
            wrong.add(new FieldProblem(
                    "lookup.servers",
                    "must hold servers as host:port, for example 192.0.2.53:53 or [2001:db8::53]:53"));
        }
        return given.toArray(String[]::new);
    }

    private static boolean isServer(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}")) {
            return false;
        }
        int number = Integer.parseInt(port);
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        boolean known = bracketed
                ? HostNames.isIpAddress(host.substring(1, host.length() - 1))
                : host.indexOf(':') < 0 && (HostNames.isIpAddress(host) || HostNames.isHostName(host));
        return known && number >= 1 && number <= 65_535;
    }
}
