package io.breakwater.dns;

import io.breakwater.dns.AnswerReader.Reading;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The port: {@link DnsExchange} asks, dnsjava reads and writes the messages. Owns two worker threads, a timer and the network's thread; safe for threads. */
final class WireLookups implements DnsLookups {
    private static final int THREADS = 2;

    private final ExecutorService executor;
    private final ScheduledExecutorService timer;
    private final DnsNetwork network;
    private final DnsExchange exchange;
    private final Hedge hedge;
    private final boolean background;
    private final AuthorityDiscovery discovery = new AuthorityDiscovery(this);

    WireLookups(DnsLookupSettings settings) {
        this.executor = Executors.newFixedThreadPool(THREADS, LookupThreads.daemons("dns-lookup-"));
        this.timer = LookupThreads.timer();
        this.network = new DnsNetwork(timer, executor);
        this.exchange = new DnsExchange(settings, network, timer);
        this.hedge = new Hedge(timer, settings.hedgeAfter());
        this.background = false;
    }

    private WireLookups(WireLookups shared) {
        this.executor = shared.executor;
        this.timer = shared.timer;
        this.network = shared.network;
        this.exchange = shared.exchange;
        this.hedge = shared.hedge;
        this.background = true;
    }

    @Override
    public DnsLookups inBackground() {
        return new WireLookups(this);
    }

    @Override
    public CompletionStage<LookupResult<List<byte[]>>> txt(String domain, List<ServerAddress> servers, Asking asking) {
        return named(domain, name -> lookup(name, Type.TXT, servers, asking, WireLookups::strings));
    }

    @Override
    public CompletionStage<LookupResult<InetAddress>> addresses(
            String domain, List<ServerAddress> servers, Asking asking) {
        return named(
                domain,
                name -> lookup(name, Type.A, servers, asking, WireLookups::address)
                        .thenCombine(
                                lookup(name, Type.AAAA, servers, asking, WireLookups::address), WireLookups::both));
    }

    @Override
    public CompletionStage<AuthoritiesResult> findAuthorities(
            String domain, List<ServerAddress> resolvers, int authorityPort) {
        Name name = name(domain);
        return name == null
                ? CompletableFuture.completedFuture(
                        new AuthoritiesResult.Unavailable(Reason.BAD_NAME, "'" + domain + "' is no domain name"))
                : discovery
                        .find(name, resolvers, authorityPort)
                        .exceptionally(
                                failure -> new AuthoritiesResult.Unavailable(Reason.MALFORMED, failure.toString()));
    }

    /** What the first useful of the servers says of the name, CNAMEs not followed; for the search for authorities. */
    CompletionStage<LookupResult<Reading>> reading(Name name, int type, List<ServerAddress> servers) {
        return hedge.ask(
                servers,
                server -> exchange.ask(server, name, type, Asking.RECURSIVE, background)
                        .thenApply(reply -> reading(reply, server)));
    }

    private static LookupResult<Reading> reading(DnsExchange.Reply reply, ServerAddress server) {
        if (reply instanceof DnsExchange.Reply.Answer answer) {
            Reading reading = AnswerReader.read(answer.query(), answer.answer(), Asking.RECURSIVE, false);
            return reading instanceof Reading.Useless useless
                    ? new Unavailable<>(useless.reason(), useless.detail(), server, reply.rttMicros())
                    : new Found<>(List.of(reading), 0, server, reply.rttMicros());
        }
        return noAnswer((DnsExchange.Reply.NoAnswer) reply, server);
    }

    private <T> CompletionStage<LookupResult<T>> lookup(
            Name name, int type, List<ServerAddress> servers, Asking asking, Function<Record, T> content) {
        return hedge.ask(servers, server -> follow(new Question<>(name, type, server, asking, content), 0));
    }

    private <T> CompletionStage<LookupResult<T>> follow(Question<T> question, int aliases) {
        return exchange.ask(question.server(), question.name(), question.type(), question.asking(), background)
                .thenCompose(reply -> judge(question, reply, aliases));
    }

    private <T> CompletionStage<LookupResult<T>> judge(Question<T> question, DnsExchange.Reply reply, int aliases) {
        if (reply instanceof DnsExchange.Reply.NoAnswer none) {
            return CompletableFuture.completedFuture(noAnswer(none, question.server()));
        }
        DnsExchange.Reply.Answer answer = (DnsExchange.Reply.Answer) reply;
        boolean recursive = question.asking() == Asking.RECURSIVE;
        Reading reading = AnswerReader.read(answer.query(), answer.answer(), question.asking(), recursive);
        if (recursive && reading instanceof Reading.Redirect redirect) {
            int followed = aliases + redirect.aliases();
            return followed > MAX_ALIASES
                    ? CompletableFuture.completedFuture(question.unavailable(
                            new Reading.Useless(Reason.ALIAS_LOOP, "a chain of " + followed + " CNAMEs"),
                            reply.rttMicros()))
                    : follow(question.at(redirect.target()), followed);
        }
        return CompletableFuture.completedFuture(question.result(reading, reply.rttMicros()));
    }

    private static <T> LookupResult<T> noAnswer(DnsExchange.Reply.NoAnswer none, ServerAddress server) {
        return new Unavailable<>(none.reason(), none.detail(), server, none.rttMicros());
    }

    private static <T> LookupResult<T> both(LookupResult<T> first, LookupResult<T> second) {
        if (first instanceof Found<T> a && second instanceof Found<T> b) {
            List<T> records = new ArrayList<>(a.records());
            records.addAll(b.records());
            return new Found<>(records, Math.min(a.ttlSeconds(), b.ttlSeconds()), a.server(), a.rttMicros());
        }
        if (first instanceof Found<T>) {
            return first;
        }
        return second instanceof Found<T> || !(first instanceof Unavailable<T>) ? second : first;
    }

    private static List<byte[]> strings(Record record) {
        List<byte[]> strings = new ArrayList<>();
        for (Object string : ((TXTRecord) record).getStringsAsByteArrays()) {
            strings.add((byte[]) string);
        }
        return strings;
    }

    private static InetAddress address(Record record) {
        return record instanceof ARecord a ? a.getAddress() : ((AAAARecord) record).getAddress();
    }

    private static <T> CompletionStage<LookupResult<T>> named(
            String domain, Function<Name, CompletionStage<LookupResult<T>>> lookup) {
        Name name = name(domain);
        return name == null
                ? CompletableFuture.completedFuture(
                        new Unavailable<>(Reason.BAD_NAME, "'" + domain + "' is no domain name", null, 0))
                : lookup.apply(name);
    }

    /** The absolute name, or null. Master-file escapes and {@code @} are no part of a domain here. */
    static Name name(String domain) {
        if (domain == null || domain.isEmpty() || domain.indexOf('\\') >= 0 || domain.indexOf('@') >= 0) {
            return null;
        }
        try {
            return Name.concatenate(Name.fromString(domain), Name.root);
        } catch (TextParseException | NameTooLongException e) {
            return null;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        network.close();
        executor.shutdown();
    }
}
