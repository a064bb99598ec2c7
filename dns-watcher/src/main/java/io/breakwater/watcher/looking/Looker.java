package io.breakwater.watcher.looking;

import io.breakwater.dns.Asking;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.ServerAddress;
import io.breakwater.watcher.settings.WatchedDomain;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes a look at a domain: asks all its sources at one time and tells of each answer as it comes, on the given executor. Safe for
 * threads.
 */
public final class Looker {
    private final DnsLookups background;
    private final Sources sources;
    private final ServerRest rest;
    private final Executor executor;
    private final Clock clock;

    Looker(DnsLookups lookups, Sources sources, ServerRest rest, Executor executor, Clock clock) {
        this.background = lookups.inBackground();
        this.sources = sources;
        this.rest = rest;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Ends, with a complete progress, within a few times the queries' timeout.
     *
     * @param urgent whether failing servers are asked too, although they are given a rest, and before questions that can wait
     */
    public void look(WatchedDomain domain, boolean urgent, Consumer<Progress> listener) {
        sources.of(domain).thenAccept(choice -> {
            if (choice.sources().isEmpty()) {
                executor.execute(() -> listener.accept(Progress.failed(choice.failure())));
            } else {
                new Look(domain, choice, listener).start(urgent);
            }
        });
    }

    /** The A and AAAA records of the domain, from any of its sources. */
    public CompletionStage<LookupResult<InetAddress>> addresses(WatchedDomain domain) {
        return sources.of(domain).thenCompose(choice -> {
            List<ServerAddress> servers = choice.sources().stream()
                    .flatMap(source -> source.servers().stream())
                    .toList();
            Asking asking = domain.recursive() ? Asking.RECURSIVE : Asking.AUTHORITY;
            return background.addresses(domain.domain(), servers, asking);
        });
    }

    private final class Look {
        private final WatchedDomain domain;
        private final Sources.Choice choice;
        private final Consumer<Progress> listener;
        private final List<Answer> answers = new ArrayList<>();

        Look(WatchedDomain domain, Sources.Choice choice, Consumer<Progress> listener) {
            this.domain = domain;
            this.choice = choice;
            this.listener = listener;
        }

        /** At least one of the sources can be asked. */
        void start(boolean urgent) {
            boolean askAll = urgent
                    || choice.sources().stream().filter(Source::canBeAsked).allMatch(this::isResting);
            List<Source> asked = new ArrayList<>();
            for (Source source : choice.sources()) {
                if (!source.canBeAsked()) {
                    answers.add(Answer.withoutAddress(source, clock.instant()));
                } else if (askAll || !isResting(source)) {
                    asked.add(source);
                } else {
                    answers.add(Answer.resting(source, clock.instant()));
                }
            }
            for (Source source : asked) {
                sources.ask(domain.domain(), source, urgent)
                        .thenAccept(result -> answered(Answer.of(source, result, clock.instant())));
            }
        }

        private boolean isResting(Source source) {
            return source.servers().stream().allMatch(server -> rest.isResting(server, clock.instant()));
        }

        private void answered(Answer answer) {
            remember(answer);
            Progress progress;
            synchronized (this) {
                answers.add(answer);
                int count = choice.sources().size();
                progress = new Progress(answers, count, answers.size() == count, choice.zone(), null);
            }
            if (progress.complete() && progress.answers().stream().noneMatch(Answer::isKnown)) {
                sources.doubt(domain);
            }
            executor.execute(() -> listener.accept(progress));
        }

        private void remember(Answer answer) {
            if (answer.server() == null) {
                return;
            }
            if (answer.isKnown()) {
                rest.answered(answer.server());
            } else if (!answer.detail().startsWith("PACED")) {
                rest.failed(answer.server(), clock.instant());
            }
        }
    }
}
