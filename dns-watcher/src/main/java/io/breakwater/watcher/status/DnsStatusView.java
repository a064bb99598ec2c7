package io.breakwater.watcher.status;

import io.breakwater.activation.Warning;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.dns.LookupResult;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.looking.Answer;
import io.breakwater.watcher.looking.Progress;
import io.breakwater.watcher.polling.LookReport;
import io.breakwater.watcher.polling.WatchStatus;
import io.breakwater.watcher.publishing.Observations;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/**
 * A domain as the watcher sees it.
 *
 * @param mode {@code authoritative} or {@code recursive}
 * @param zone that holds the domain, or null when it is not known
 * @param lastLook when the last look began, or null before the first one ended
 * @param trigger what made it
 * @param observed whether that look gave an observation; when not, {@code undecided} says why and nothing is published
 * @param undecided {@code NO_ANSWER}, {@code NO_MAJORITY} or null
 * @param failure why nobody could be asked, or null
 * @param verdict of the last observation, with mode, t, x and identity; null before the first
 * @param seenAt when the last observation was made
 * @param rrset of the last observation, each character one octet (Latin-1); null when there was no room to remember it
 * @param published whether the bus has the last observation
 * @param nextLook the next regular one; a NOTIFY, a poke or a change brings it forward
 * @param authorities by name, with their addresses
 * @param addresses A and AAAA of the domain
 */
public record DnsStatusView(
        String customerId,
        String domain,
        String mode,
        String zone,
        Instant lastLook,
        String trigger,
        boolean observed,
        String undecided,
        String failure,
        List<AuthorityAnswer> answers,
        VerdictView verdict,
        String reason,
        List<WarningView> warnings,
        Instant seenAt,
        Long ttlSeconds,
        List<List<String>> rrset,
        boolean published,
        Instant nextLook,
        List<AuthorityView> authorities,
        AddressesView addresses) {

    /** @param servers {@code address:port} */
    public record AuthorityView(String name, List<String> servers) {}

    public record WarningView(String reason, String detail) {}

    /** @param outcome {@code FOUND}, {@code ABSENT}, {@code ALIAS} or {@code UNAVAILABLE} with the reason */
    public record AddressesView(String outcome, List<String> addresses) {}

    static DnsStatusView of(WatchStatus status, boolean published) {
        LookReport last = status.last();
        Judgement.Observation seen = status.lastSeen();
        Progress progress = last == null ? null : last.progress();
        VerdictView verdict =
                seen == null ? null : Observations.verdict(seen.evaluation().verdict());
        return new DnsStatusView(
                status.domain().customerId(),
                status.domain().domain(),
                status.domain().recursive() ? "recursive" : "authoritative",
                progress == null ? null : progress.zone(),
                last == null ? null : last.at(),
                last == null ? null : last.trigger().name(),
                last != null && last.judgement() instanceof Judgement.Observation,
                last != null && last.judgement() instanceof Judgement.Undecided undecided
                        ? undecided.why().name()
                        : null,
                progress == null ? null : progress.failure(),
                progress == null
                        ? List.of()
                        : progress.answers().stream().map(Observations::answer).toList(),
                verdict,
                verdict == null ? null : verdict.reason(),
                seen == null ? List.of() : warnings(seen.evaluation().warnings()),
                seen == null ? null : seen.seenAt(),
                seen == null ? null : seen.ttlSeconds(),
                seen == null || !seen.hasRecords() ? null : seen.rrset().toLatin1(),
                published,
                status.nextLook(),
                progress == null ? List.of() : authorities(progress),
                addresses(status.addresses()));
    }

    private static List<WarningView> warnings(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> new WarningView(warning.reason().name(), warning.detail()))
                .toList();
    }

    private static List<AuthorityView> authorities(Progress progress) {
        return progress.answers().stream()
                .map(Answer::source)
                .map(source -> new AuthorityView(
                        source.name(),
                        source.servers().stream().map(Object::toString).toList()))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static AddressesView addresses(LookupResult<InetAddress> result) {
        if (result == null) {
            return null;
        }
        if (result instanceof LookupResult.Found<InetAddress> found) {
            return new AddressesView(
                    "FOUND",
                    found.records().stream().map(InetAddress::getHostAddress).toList());
        }
        if (result instanceof LookupResult.Unavailable<InetAddress> failed) {
            return new AddressesView("UNAVAILABLE: " + failed.reason(), List.of());
        }
        return new AddressesView(result instanceof LookupResult.Alias<InetAddress> ? "ALIAS" : "ABSENT", List.of());
    }
}
