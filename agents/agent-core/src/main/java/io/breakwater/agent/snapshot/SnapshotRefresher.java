package io.breakwater.agent.snapshot;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.centre.SnapshotServiceClient;
import io.breakwater.agent.centre.SnapshotServiceClient.Fetched;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.IndexRefusedException;
import io.breakwater.agent.trust.SignedDocument;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.contracts.snapshot.SnapshotIndex.Entry;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;

/**
 * Follows the group's index and brings its newest configuration snapshot onto the disk. Takes nothing while the agent's own mode is not
 * NORMAL. For one thread.
 */
public final class SnapshotRefresher {
    private static final String CONFIG = "CONFIG";

    private final SnapshotServiceClient client;
    private final TrustStore trust;
    private final ModeKeeper keeper;
    private final SnapshotIntake intake;
    private final Runnable trustChanged;

    /** @param trustChanged called on the mode keeper's thread once another index is in force */
    public SnapshotRefresher(
            SnapshotServiceClient client,
            TrustStore trust,
            ModeKeeper keeper,
            SnapshotIntake intake,
            Runnable trustChanged) {
        this.client = client;
        this.trust = trust;
        this.keeper = keeper;
        this.intake = intake;
        this.trustChanged = trustChanged;
    }

    /** Asks for a newer index (long poll), then installs the newest snapshot of the index in force, if it is not installed yet. */
    public void refresh(AgentIdentity identity) throws CentreFailure, Refused, IOException, InterruptedException {
        String tag = trust.index().map(TrustStore.Held::tag).orElse(null);
        boolean behind = newest().filter(entry -> !intake.isInstalled(entry)).isPresent();
        Optional<Fetched> fetched = client.index(identity, tag, !behind);
        if (fetched.isPresent()) {
            accept(fetched.get());
        }
        Optional<Entry> newest = newest();
        if (newest.isPresent() && !intake.isInstalled(newest.get())) {
            intake.take(identity, believed(), newest.get());
        }
    }

    private void accept(Fetched fetched) throws Refused, IOException, InterruptedException {
        SignedDocument document = new SignedDocument(fetched.octets(), fetched.signature());
        Optional<Optional<Exception>> outcome = keeper.whileNormal(() -> {
            try {
                if (trust.accept(document)) {
                    trustChanged.run();
                }
                return Optional.empty();
            } catch (IndexRefusedException | IOException e) {
                return Optional.of(e);
            }
        });
        Optional<Exception> failure = outcome.flatMap(done -> done);
        if (failure.isPresent()) {
            if (failure.get() instanceof IndexRefusedException refused) {
                throw new Refused(Why.valueOf(refused.why().name()), Words.of(refused), refused);
            }
            throw new ToldException(Words.of(failure.get()), failure.get());
        }
    }

    private Optional<Entry> newest() {
        return trust.index()
                .map(TrustStore.Held::index)
                .map(SnapshotIndex::snapshots)
                .flatMap(entries -> entries.stream()
                        .filter(entry -> CONFIG.equals(entry.kind()) && ManifestReader.safe(entry.name()))
                        .max(Comparator.comparingLong(Entry::sequence)));
    }

    private Trust believed() {
        return trust.trust().orElseThrow(() -> new IllegalStateException("an index without an enrolment"));
    }
}
