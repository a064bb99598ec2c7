package io.breakwater.agent.snapshot;

import io.breakwater.agent.service.LoadedSnapshot;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
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

    /** The best snapshot on disk, verified and parsed; empty when there is none at all or the agent has not enrolled. */
    public Optional<LoadedSnapshot> load() {
        Optional<Trust> believed = trust.trust();
        if (believed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> installed = store.installed();
        List<String> faults = new ArrayList<>();
        for (String name : candidates(installed)) {
            try {
                LoadedSnapshot loaded = ConfigurationReader.read(store.verified(name, believed.get()));
                if (!Optional.of(name).equals(installed)) {
                    store.install(name);
                }
                say(installed, loaded, faults);
                return Optional.of(loaded);
            } catch (Refused | IOException e) {
                faults.add(e.getMessage());
            }
        }
        if (faults.isEmpty()) {
            troubles.clear(Trouble.SERVICE);
        } else {
            troubles.raise(Trouble.SERVICE, "no snapshot on disk is in order: " + faults.get(0));
        }
        return Optional.empty();
    }

    private Set<String> candidates(Optional<String> installed) {
        Set<String> names = new LinkedHashSet<>();
        installed.ifPresent(names::add);
        try {
            names.addAll(store.names());
        } catch (IOException e) {
            troubles.raise(Trouble.SERVICE, "the snapshots on disk cannot be listed: " + e.getMessage());
        }
        return names;
    }

    private void say(Optional<String> installed, LoadedSnapshot loaded, List<String> faults) {
        if (faults.isEmpty()) {
            troubles.clear(Trouble.SERVICE);
        } else {
            String sentence = faults.get(0) + "; serving from " + loaded.name() + " instead";
            troubles.raise(Trouble.SERVICE, installed.isPresent() ? sentence : faults.get(0));
        }
    }
}
