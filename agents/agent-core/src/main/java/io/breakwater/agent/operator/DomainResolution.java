package io.breakwater.agent.operator;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.TxtRecord;
import io.breakwater.agent.dnslook.DrDomain;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.dns.LookupResult;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** {@code resolve_dr_domain}: what the DR domain resolves to from here, now. Waits for DNS, within the look-ups' own limits. */
final class DomainResolution {
    private final TrustStore trust;
    private final DrDomain domain;

    DomainResolution(TrustStore trust, DrDomain domain) {
        this.trust = trust;
        this.domain = domain;
    }

    /** What can be asked for. */
    enum RecordType {
        A,
        AAAA,
        TXT
    }

    /** @param outcome {@code FOUND}, {@code ABSENT}, {@code UNAVAILABLE} or {@code NOT_CONFIGURED} */
    record View(
            String domain, String recordType, String outcome, Long ttlSeconds, List<String> records, String detail) {}

    /** The record type of that name in any case; empty for anything else. */
    static Optional<RecordType> recordType(String text) {
        String wanted = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        for (RecordType type : RecordType.values()) {
            if (type.name().equals(wanted)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    CompletionStage<Answer> answer(RecordType type) {
        Optional<String> name = trust.trust().flatMap(Trust::domain);
        if (name.isEmpty()) {
            View view = new View(null, type.name(), "NOT_CONFIGURED", null, List.of(), "no DR domain is configured");
            return CompletableFuture.completedFuture(answer(view));
        }
        try {
            return ask(name.get(), type);
        } catch (IllegalArgumentException e) {
            View view = new View(name.get(), type.name(), "UNAVAILABLE", null, List.of(), e.getMessage());
            return CompletableFuture.completedFuture(answer(view));
        }
    }

    /** @throws IllegalArgumentException when the settings name no resolver that can be asked */
    private CompletionStage<Answer> ask(String name, RecordType type) {
        return type == RecordType.TXT
                ? domain.txt(name).thenApply(result -> view(name, type, result, DomainResolution::text))
                : domain.addresses(name)
                        .thenApply(result -> view(name, type, result, address -> address(address, type)));
    }

    private static <T> Answer view(
            String name, RecordType type, LookupResult<T> result, Function<T, Optional<String>> text) {
        if (result instanceof LookupResult.Found<T> found) {
            List<String> records =
                    found.records().stream().map(text).flatMap(Optional::stream).toList();
            String outcome = records.isEmpty() ? "ABSENT" : "FOUND";
            return answer(new View(name, type.name(), outcome, found.ttlSeconds(), records, null));
        }
        if (result instanceof LookupResult.Unavailable<T> unavailable) {
            String detail = unavailable.reason() + ": " + unavailable.detail();
            return answer(new View(name, type.name(), "UNAVAILABLE", null, List.of(), detail));
        }
        return answer(new View(name, type.name(), "ABSENT", null, List.of(), null));
    }

    private static Answer answer(View view) {
        List<String> lines = new ArrayList<>();
        lines.add("DR domain: " + (view.domain() == null ? "not configured" : view.domain()));
        view.records().forEach(one -> lines.add(view.recordType() + ": " + one));
        if (view.outcome().equals("ABSENT")) {
            lines.add("No " + view.recordType() + " record");
        } else if (view.outcome().equals("UNAVAILABLE")) {
            lines.add("Cannot be resolved now: " + view.detail());
        }
        return new Answer(lines, view);
    }

    /** As zone text has it: each character-string in quotes. */
    private static Optional<String> text(List<byte[]> strings) {
        List<String> latin1 = Rrset.ofOctets(List.of(strings)).records().stream()
                .map(TxtRecord::toLatin1)
                .findFirst()
                .orElse(List.of());
        List<String> quoted = latin1.stream().map(DomainResolution::quoted).toList();
        return Optional.of(String.join(" ", quoted));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char octet : text.toCharArray()) {
            if (octet == '"' || octet == '\\') {
                quoted.append('\\').append(octet);
            } else if (octet < 0x20 || octet > 0x7E) {
                quoted.append("\\%03d".formatted((int) octet));
            } else {
                quoted.append(octet);
            }
        }
        return quoted.append('"').toString();
    }

    private static Optional<String> address(InetAddress address, RecordType type) {
        boolean wanted = type == RecordType.A ? address instanceof Inet4Address : address instanceof Inet6Address;
        return wanted ? Optional.of(address.getHostAddress()) : Optional.empty();
    }
}
