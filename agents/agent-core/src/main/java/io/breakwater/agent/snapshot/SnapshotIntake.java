package io.breakwater.agent.snapshot;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.Trust;
import io.breakwater.contracts.snapshot.SnapshotIndex.Entry;
import java.io.IOException;
import java.util.OptionalDouble;

/** Takes one snapshot in: when the disk has room, downloads it unless it is there already, and has it installed. For one thread. */
public final class SnapshotIntake {
    private final SnapshotStore store;
    private final SnapshotDownload download;
    private final SnapshotInstaller installer;
    private final DiskSpace space;
    private final double maxDiskUsed;

    /** @param maxDiskUsed fraction of the disk above which nothing more is taken */
    public SnapshotIntake(
            SnapshotStore store,
            SnapshotDownload download,
            SnapshotInstaller installer,
            DiskSpace space,
            double maxDiskUsed) {
        this.store = store;
        this.download = download;
        this.installer = installer;
        this.space = space;
        this.maxDiskUsed = maxDiskUsed;
    }

    boolean isInstalled(Entry entry) {
        return store.installed().filter(entry.name()::equals).isPresent();
    }

    void take(AgentIdentity identity, Trust trust, Entry entry)
            throws CentreFailure, Refused, IOException, InterruptedException {
        if (!isStored(entry, trust)) {
            requireSpace();
            download.fetch(identity, trust, entry);
        }
        installer.install(entry.name(), trust);
    }

    private boolean isStored(Entry entry, Trust trust) throws IOException {
        if (!store.names().contains(entry.name())) {
            return false;
        }
        try {
            store.verified(entry.name(), trust);
            return true;
        } catch (Refused e) {
            store.remove(entry.name());
            return false;
        }
    }

    private void requireSpace() throws Refused {
        OptionalDouble used = space.used();
        if (used.isPresent() && used.getAsDouble() > maxDiskUsed) {
            throw new Refused(
                    Why.SPACE,
                    "the disk is %.0f %% full: no snapshot is taken above %.0f %%"
                            .formatted(used.getAsDouble() * 100, maxDiskUsed * 100));
        }
    }
}
