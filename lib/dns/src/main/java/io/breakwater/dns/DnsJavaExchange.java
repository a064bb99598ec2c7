package io.breakwater.dns;

import io.breakwater.dns.LookupResult.Reason;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/**
 * One question to one server with dnsjava: EDNS 1232, TCP after truncation, own executor, own time limit, within the limits of
 * queries in flight and per server. Safe for threads.
 */
final class DnsJavaExchange {
    /** What fits every path unfragmented (DNS flag day 2020). */
    private static final int EDNS_PAYLOAD = 1232;

    private static final int MAX_WAITING = 20_000;
    private static final int MAX_RESOLVERS = 10_000;

    static {
        // dnsjava's selector thread sees a new query only when its select ends: 1 s by default
        if (System.getProperty("dnsjava.nio.selector_timeout") == null) {
            System.setProperty("dnsjava.nio.selector_timeout", "10");
        }
    }

    /** What came back: an answer, or the reason why there is none. */
    sealed interface Reply {
        long rttMicros();

        record Answer(Message query, Message answer, long rttMicros) implements Reply {}

        record NoAnswer(Reason reason, String detail, long rttMicros) implements Reply {}
    }

    private final Map<ServerAddress, SimpleResolver> resolvers = new ConcurrentHashMap<>();
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final Duration timeout;
    private final InFlightLimit inFlight;
    private final ServerPace pace;

    DnsJavaExchange(DnsLookupSettings settings, Executor executor, ScheduledExecutorService timer) {
        this.executor = executor;
        this.timer = timer;
        this.timeout = settings.timeout();
        this.inFlight = new InFlightLimit(settings.maxInFlight(), MAX_WAITING);
        this.pace = new ServerPace(
                settings.maxQueriesPerSecond(), settings.maxPaceDelay().toNanos());
    }

    /** Never completes with an exception. */
    CompletionStage<Reply> ask(ServerAddress server, Name name, int type, Asking asking, boolean background) {
        long delay = pace.reserve(server, background, System.nanoTime());
        if (delay < 0) {
            return CompletableFuture.completedFuture(
                    new Reply.NoAnswer(Reason.PACED, "its share of queries a second is used up", 0));
        }
        return later(delay)
                .thenCompose(now -> inFlight.run(
                        () -> send(server, name, type, asking),
                        () -> new Reply.NoAnswer(Reason.OVERLOADED, "too many look-ups wait", 0)));
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

    private CompletionStage<Reply> send(ServerAddress server, Name name, int type, Asking asking) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        if (asking == Asking.AUTHORITY) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        long start = System.nanoTime();
        return CompletableFuture.completedFuture(query)
                .thenCompose(message -> resolver(server).sendAsync(message, executor))
                .toCompletableFuture()
                .orTimeout(timeout.toMillis() + 100, TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> reply(query, answer, failure, (System.nanoTime() - start) / 1000));
    }

    private static Reply reply(Message query, Message answer, Throwable failure, long micros) {
        if (failure == null) {
            return new Reply.Answer(query, answer, micros);
        }
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new Reply.NoAnswer(reason(cause), detail(cause), micros);
    }

    private static Reason reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof TimeoutException || message.contains("Timed out") || message.contains("timed out")) {
            return Reason.TIMEOUT;
        }
        if (failure instanceof org.xbill.DNS.WireParseException) {
            return Reason.MALFORMED;
        }
        return Reason.NETWORK;
    }

    private static String detail(Throwable failure) {
        if (reason(failure) == Reason.TIMEOUT) {
            return "no answer in time";
        }
        if (failure instanceof PortUnreachableException) {
            return "nothing listens there";
        }
        String kind = failure.getClass().getSimpleName();
        return failure instanceof IOException && failure.getMessage() != null ? failure.getMessage() : kind;
    }

    private SimpleResolver resolver(ServerAddress server) {
        if (resolvers.size() > MAX_RESOLVERS) {
            resolvers.clear();
        }
        return resolvers.computeIfAbsent(server, address -> {
            SimpleResolver resolver = new SimpleResolver(address.socketAddress());
            resolver.setEDNS(0, EDNS_PAYLOAD, 0, List.of());
            resolver.setTimeout(timeout);
            return resolver;
        });
    }
}
