package io.breakwater.dns;

import io.breakwater.dns.Conversation.Outcome;
import io.breakwater.dns.LookupResult.Reason;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * One question to one server, within one time limit: over UDP with EDNS 1232, again without EDNS to a server that does not know it
 * (RFC 6891, section 7), over TCP when the answer was cut or when too much else came. Every query counts against the server's share.
 * dnsjava's own resolver ends at the first datagram that does not fit; see ADR 0026. Safe for threads.
 */
final class DnsExchange {
    /** What fits every path unfragmented (DNS flag day 2020). */
    private static final int EDNS_PAYLOAD = 1232;

    private static final int MAX_WAITING = 20_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What came back: an answer, or the reason why there is none. */
    sealed interface Reply {
        long rttMicros();

        record Answer(Message query, Message answer, long rttMicros) implements Reply {}

        record NoAnswer(Reason reason, String detail, long rttMicros) implements Reply {}
    }

    private final DnsLookupSettings settings;
    private final ScheduledExecutorService timer;
    private final DnsNetwork network;
    private final InFlightLimit inFlight;
    private final ServerPace pace;

    DnsExchange(DnsLookupSettings settings, DnsNetwork network, ScheduledExecutorService timer) {
        this.settings = settings;
        this.network = network;
        this.timer = timer;
        this.inFlight = new InFlightLimit(settings.maxInFlight(), MAX_WAITING);
        this.pace = new ServerPace(
                settings.maxQueriesPerSecond(), settings.maxPaceDelay().toNanos());
    }

    /** Never completes with an exception. */
    CompletionStage<Reply> ask(ServerAddress server, Name name, int type, Asking asking, boolean background) {
        return paced(
                server,
                background,
                0,
                () -> inFlight.run(
                        () -> {
                            long now = System.nanoTime();
                            long end = now + settings.timeout().toNanos();
                            return send(new Attempt(server, name, type, asking, true, false, now, end));
                        },
                        () -> new Reply.NoAnswer(Reason.OVERLOADED, "too many look-ups wait", 0)));
    }

    private CompletionStage<Reply> paced(
            ServerAddress server, boolean background, long micros, Supplier<CompletionStage<Reply>> query) {
        long delay = pace.reserve(server, background, System.nanoTime());
        if (delay < 0) {
            return CompletableFuture.completedFuture(
                    new Reply.NoAnswer(Reason.PACED, "its share of queries a second is used up", micros));
        }
        return later(delay).thenCompose(now -> query.get());
    }

    private CompletionStage<Void> later(long delayNanos) {
        CompletableFuture<Void> due = new CompletableFuture<>();
        if (delayNanos == 0) {
            due.complete(null);
        } else {
            timer.schedule(() -> due.complete(null), delayNanos, TimeUnit.NANOSECONDS);
        }
        return due;
    }

    /** One query of the at most three that a question takes; {@code start} and {@code end} are the whole question's. */
    private record Attempt(
            ServerAddress server, Name name, int type, Asking asking, boolean edns, boolean tcp, long start, long end) {

        Attempt overTcp() {
            return new Attempt(server, name, type, asking, edns, true, start, end);
        }

        Attempt withoutEdns() {
            return new Attempt(server, name, type, asking, false, tcp, start, end);
        }

        Message query() {
            Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
            query.getHeader().setID(RANDOM.nextInt(1 << 16));
            if (asking == Asking.AUTHORITY) {
                query.getHeader().unsetFlag(Flags.RD);
            }
            if (edns) {
                query.addRecord(new OPTRecord(EDNS_PAYLOAD, 0, 0), Section.ADDITIONAL);
            }
            return query;
        }

        long micros() {
            return (System.nanoTime() - start) / 1000;
        }
    }

    private CompletionStage<Reply> send(Attempt attempt) {
        Message query = attempt.query();
        ReplyMatcher matcher = new ReplyMatcher(query, settings.maxRecords());
        DnsNetwork.Opening opening = attempt.tcp()
                ? () -> TcpConversation.open(attempt.server().socketAddress(), matcher, settings.maxIgnored())
                : () -> UdpConversation.open(attempt.server().socketAddress(), matcher, settings.maxIgnored());
        return network.ask(opening, attempt.end() - System.nanoTime())
                .thenCompose(outcome -> decide(attempt, query, outcome));
    }

    private CompletionStage<Reply> decide(Attempt attempt, Message query, Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            Message answer = answered.answer();
            if (!attempt.tcp() && answer.getHeader().getFlag(Flags.TC)) {
                return again(attempt.overTcp());
            }
            return attempt.edns() && knowsNoEdns(answer)
                    ? again(attempt.withoutEdns())
                    : CompletableFuture.completedFuture(new Reply.Answer(query, answer, attempt.micros()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            return CompletableFuture.completedFuture(
                    new Reply.NoAnswer(failed.reason(), failed.detail(), attempt.micros()));
        }
        return attempt.tcp()
                ? CompletableFuture.completedFuture(
                        new Reply.NoAnswer(Reason.MALFORMED, "too many other messages", attempt.micros()))
                : again(attempt.overTcp());
    }

    private CompletionStage<Reply> again(Attempt next) {
        return paced(next.server(), false, next.micros(), () -> send(next));
    }

    /** Some that do not know EDNS send the OPT record back as it came, so an OPT record in the answer proves nothing. */
    private static boolean knowsNoEdns(Message answer) {
        int rcode = answer.getRcode();
        return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS;
    }
}
