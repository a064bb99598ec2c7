package io.breakwater.agent.snapshot;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.centre.SnapshotServiceClient;
import io.breakwater.agent.centre.SnapshotServiceClient.Fetched;
import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.SignedDocument;
import io.breakwater.agent.trust.Trust;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.contracts.snapshot.SnapshotManifest;
import io.breakwater.contracts.snapshot.SnapshotManifest.FileEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * Brings one snapshot from snapshot-service into the store: under a temporary name, verified to the last octet, synced, and only then
 * renamed. A crash or failure at any point leaves at most a temporary directory. For one thread at a time.
 */
public final class SnapshotDownload {
    private final SnapshotServiceClient client;
    private final SnapshotStore store;
    private final Disk disk;
    private final long maxOctets;

    public SnapshotDownload(SnapshotServiceClient client, SnapshotStore store, Disk disk, long maxOctets) {
        this.client = client;
        this.store = store;
        this.disk = disk;
        this.maxOctets = maxOctets;
    }

    void fetch(AgentIdentity identity, Trust trust, SnapshotIndex.Entry entry)
            throws CentreFailure, Refused, IOException {
        Fetched fetched = client.manifest(identity, entry.name());
        if (!DocumentSignature.sha256(fetched.octets()).equals(entry.manifestSha256())) {
            throw new Refused(Why.DIGEST, "the manifest of " + entry.name() + " is not the one in the index");
        }
        SignedDocument document = new SignedDocument(fetched.octets(), fetched.signature());
        SnapshotManifest manifest = ManifestReader.read(document, trust, entry.name(), maxOctets);
        Path directory = store.incoming(entry.name());
        try {
            for (FileEntry file : manifest.files()) {
                fetchFile(identity, entry.name(), file, directory.resolve(file.name()));
            }
            disk.write(directory.resolve(ManifestReader.FILE), document.file());
            store.admit(directory, entry.name());
        } catch (CentreFailure | Refused | IOException e) {
            disk.delete(directory);
            throw e;
        }
    }

    private void fetchFile(AgentIdentity identity, String snapshot, FileEntry file, Path target)
            throws CentreFailure, Refused, IOException {
        MessageDigest digest = Digests.sha256();
        try (OutputStream sink = new DigestOutputStream(disk.create(target), digest)) {
            client.file(identity, snapshot, file.name(), sink, file.size());
        }
        if (!Digests.hex(digest).equals(file.sha256())) {
            throw new Refused(Why.DIGEST, file.name() + " of " + snapshot + " is not as its manifest says");
        }
    }
}
