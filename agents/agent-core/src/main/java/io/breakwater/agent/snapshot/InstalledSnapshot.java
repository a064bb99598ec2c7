package io.breakwater.agent.snapshot;

import io.breakwater.agent.service.LoadedSnapshot;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loads what the service starts with: the installed snapshot, or, when that is not in order any more, the newest other one that is, which
 * becomes the installed one by that. For the mode keeper's thread.
 */
public final class InstalledSnapshot {
    private final SnapshotStore store;
    private final TrustStore trust;
    private final Troubles troubles;

    public InstalledSnapshot(SnapshotStore store, TrustStore trust, Troubles troubles) {
        this.store = store;
        this.trust = trust;
        this.troubles = troubles;
    }

    /**
     * The best snapshot on disk, verified and parsed; empty when there is none at all or the agent has not enrolled. Whatever stands in
     * the way of the link, and whether it can be made, the snapshot serves.
     */
    public Optional<LoadedSnapshot> load() {
        Optional<Trust> believed = trust.trust();
        if (believed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> installed = store.installed();
        List<String> faults = new ArrayList<>();
        store.obstacle().ifPresent(faults::add);
        for (String name : candidates(installed, faults)) {
            try {
                LoadedSnapshot loaded = store.configuration(name, believed.get());
                if (!Optional.of(name).equals(installed) || !faults.isEmpty()) {
                    install(name, faults);
                }
                say(faults, "; serving from " + name);
                return Optional.of(loaded);
            } catch (Refused e) {
                faults.add(Words.of(e));
            }
        }
        if (faults.isEmpty() && hadSnapshots()) {
            faults.add("the signed index knows snapshots of this group, and none is on the disk");
        }
        say(faults, "; nothing is served from the disk");
        return Optional.empty();
    }

    private void install(String name, List<String> faults) {
        try {
            if (faults.isEmpty()) {
                faults.add("no snapshot was the installed one");
            }
            store.install(name);
        } catch (IOException e) {
            faults.add("the link to it cannot be made: " + Words.of(e));
        }
    }

    /** Brings the link back to the snapshot that serves. @return what was wrong with it */
    public List<String> mend(Optional<String> serving) {
        List<String> faults = new ArrayList<>();
        if (serving.isPresent() && (store.obstacle().isPresent() || !serving.equals(store.installed()))) {
            faults.add(store.obstacle().orElse("current did not lead to the snapshot that serves"));
            install(serving.get(), faults);
        }
        return faults;
    }

    private boolean hadSnapshots() {
        return trust.index().filter(held -> !held.index().snapshots().isEmpty()).isPresent();
    }

    private Set<String> candidates(Optional<String> installed, List<String> faults) {
        Set<String> names = new LinkedHashSet<>();
        installed.filter(ManifestReader::safe).ifPresent(names::add);
        try {
            names.addAll(store.names());
        } catch (IOException e) {
            faults.add("the snapshots on disk cannot be listed: " + Words.of(e));
        }
        return names;
    }

    private void say(List<String> faults, String outcome) {
        if (faults.isEmpty()) {
            troubles.clear(Trouble.SERVICE);
        } else {
            troubles.raise(Trouble.SERVICE, String.join("; ", faults) + outcome);
        }
    }
}
