package io.breakwater.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * A tenant's DR state, whole, after dr-controller's last change of it.
 *
 * @param state {@code NORMAL}, {@code SCHEDULED}, {@code TESTING} or {@code ACTIVE}
 * @param mode {@code NORMAL}, {@code TEST} or {@code ACTIVE}
 * @param identity of the activation in force or scheduled, or null
 * @param sequence grows by one with each change of the tenant's state
 * @param held why the last look changed nothing, or null
 * @param replay what was applied before; goes into snapshots, so that new agents start with it
 * @param evidence the RRset on which the state rests, Latin-1, or null
 */
public record DrStateChanged(
        String customerId,
        String domain,
        String state,
        String mode,
        String identity,
        Long t,
        Long x,
        Instant since,
        long sequence,
        Held held,
        ReplayView replay,
        List<List<String>> evidence,
        Instant at) {
    public DrStateChanged {
        Present.require("customerId", customerId);
        Present.require("state", state);
        Present.require("mode", mode);
        Present.require("since", since);
        Present.require("replay", replay);
        Present.require("at", at);
        Bounded.text("customerId", customerId, 64);
        Bounded.text("domain", domain, 256);
        Bounded.rrset("evidence", evidence);
    }

    public record Held(String reason, Instant since) {}
}
