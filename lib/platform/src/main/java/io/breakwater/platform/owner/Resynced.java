package io.breakwater.platform.owner;

import io.smallrye.mutiny.Uni;

/**
 * A copy of what another service owns, a CDI bean. A run reads the owner's whole table and puts its word in the place of what is stored,
 * also where that looks newer: so whatever somebody wrote into the copy is gone with the next run (I10).
 */
public interface Resynced {
    /** Name in metrics, logs and answers, and by which a doubt names it: {@code dr-settings}. */
    String table();

    /** Compares and mends, on a Vert.x context of its own on which Hibernate Reactive may be used. Fails when the owner is away. */
    Uni<ResyncReport> resync();
}
