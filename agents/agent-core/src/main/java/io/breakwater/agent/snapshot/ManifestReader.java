package io.breakwater.agent.snapshot;

import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.SignedDocument;
import io.breakwater.agent.trust.Trust;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import io.breakwater.contracts.snapshot.SnapshotManifest;
import io.breakwater.contracts.snapshot.SnapshotManifest.FileEntry;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges manifests: signature, tenant, group, names that are safe as file names. Stateless. */
final class ManifestReader {
    static final String FILE = "manifest.signed";

    private static final int FORMAT = 1;
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private ManifestReader() {}

    /** Whether it can be a snapshot's or a file's name without leaving its directory. */
    static boolean safe(String name) {
        return name != null && SAFE_NAME.matcher(name).matches();
    }

    static SnapshotManifest read(SignedDocument document, Trust trust, String name, long maxOctets) throws Refused {
        if (!document.signedByOneOf(trust.snapshotKeys())) {
            throw new Refused(Why.SIGNATURE, "the manifest of " + name + " bears no signature that counts");
        }
        SnapshotManifest manifest = parse(document, name);
        if (!trust.customerId().equals(manifest.customerId())
                || !trust.groupId().equals(manifest.groupId())
                || !name.equals(manifest.name())) {
            throw new Refused(Why.FOREIGN, "the manifest of " + name + " belongs elsewhere");
        }
        checkFiles(manifest, maxOctets);
        return manifest;
    }

    private static SnapshotManifest parse(SignedDocument document, String name) throws Refused {
        try {
            SnapshotManifest manifest = EventCodec.mapper().readValue(document.octets(), SnapshotManifest.class);
            if (manifest == null || manifest.format() != FORMAT || manifest.files() == null) {
                throw new Refused(Why.UNREADABLE, "the manifest of " + name + " is of another format");
            }
            return manifest;
        } catch (IOException e) {
            throw new Refused(Why.UNREADABLE, "the manifest of " + name + " cannot be read", e);
        }
    }

    private static void checkFiles(SnapshotManifest manifest, long maxOctets) throws Refused {
        Set<String> names = new HashSet<>();
        long total = 0;
        for (FileEntry file : manifest.files()) {
            boolean wellFormed = safe(file.name())
                    && !FILE.equals(file.name())
                    && names.add(file.name())
                    && file.sha256() != null
                    && DIGEST.matcher(file.sha256()).matches()
                    && file.size() >= 0;
            if (!wellFormed) {
                throw new Refused(Why.UNREADABLE, "the manifest of " + manifest.name() + " lists a file badly");
            }
            total = Math.addExact(total, Math.min(file.size(), maxOctets + 1));
        }
        if (total > maxOctets) {
            throw new Refused(Why.SPACE, manifest.name() + " is larger than " + maxOctets + " octets");
        }
        if (!names.contains(SnapshotFiles.APPLICATIONS) || !names.contains(SnapshotFiles.CUSTOMER)) {
            throw new Refused(Why.UNREADABLE, manifest.name() + " lacks its configuration files");
        }
    }
}
