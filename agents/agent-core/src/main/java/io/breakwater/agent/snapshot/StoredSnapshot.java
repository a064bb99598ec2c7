package io.breakwater.agent.snapshot;

import io.breakwater.contracts.snapshot.SnapshotManifest;
import java.nio.file.Path;

/** A snapshot on disk whose manifest and files were verified when this was made. */
public record StoredSnapshot(Path directory, SnapshotManifest manifest) {
    public String name() {
        return manifest.name();
    }

    public long sequence() {
        return manifest.sequence();
    }
}
