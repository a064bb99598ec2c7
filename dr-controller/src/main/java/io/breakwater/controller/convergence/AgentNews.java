package io.breakwater.controller.convergence;

import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.change.ChangeKind;
import io.breakwater.controller.change.Changes;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.events.PoisonEventException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What is new of a status: seen before or not, counted by what it was, and announced to pages. Takes part in the caller's transaction. */
@Singleton
class AgentNews {
    private final Inbox inbox;
    private final Changes changes;
    private final AgentMeters meters;

    AgentNews(Inbox inbox, Changes changes, AgentMeters meters) {
        this.inbox = inbox;
        this.changes = changes;
        this.meters = meters;
    }

    AgentMeters meters() {
        return meters;
    }

    Uni<Boolean> firstTime(String consumer, EventEnvelope<AgentStatus> event) {
        return inbox.firstTime(consumer, event);
    }

    /** @param rank null when the agent was another tenant's until now */
    Uni<Void> ranked(BootFence.Rank rank, String customerId) {
        if (rank == null) {
            meters.foreign();
            throw new PoisonEventException("the agent id belongs to another customer");
        }
        switch (rank) {
            case NEWER -> meters.accepted();
            case OLDER -> meters.overtaken();
            case SUPERSEDED_SPEAKS -> meters.superseded();
        }
        return rank == BootFence.Rank.OLDER
                ? Uni.createFrom().voidItem()
                : changes.announce(ChangeKind.AGENT, customerId);
    }
}
