package io.breakwater.agent.snapshot;

import io.breakwater.activation.Mode;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.service.AgentService;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.service.LoadedSnapshot;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Makes a stored snapshot the installed one: verify and parse, flip the link, restart the service, look whether it is well; if not, back
 * to the one before, and the bad one leaves the disk. All of it happens on the mode keeper's thread and only in NORMAL, so that a switch
 * can never meet a half-done installation.
 */
public final class SnapshotInstaller {
    private static final Logger LOG = Logger.getLogger(SnapshotInstaller.class);

    private final SnapshotStore store;
    private final AgentService service;
    private final ModeKeeper keeper;
    private final Predicate<Generation> healthy;
    private final int keep;

    /**
     * @param healthy the health gate: whether the service is well in that generation; never asks the centre
     * @param keep how many snapshots stay on disk
     */
    public SnapshotInstaller(
            SnapshotStore store, AgentService service, ModeKeeper keeper, Predicate<Generation> healthy, int keep) {
        this.store = store;
        this.service = service;
        this.keeper = keeper;
        this.healthy = healthy;
        this.keep = keep;
    }

    /**
     * Installs a stored snapshot.
     *
     * @return false when the agent's mode is not NORMAL (any more): nothing was changed
     */
    boolean install(String name, Trust trust) throws Refused, IOException, InterruptedException {
        Optional<Optional<Exception>> outcome = keeper.whileNormal(() -> attempt(name, trust));
        if (outcome.isEmpty()) {
            return false;
        }
        Optional<Exception> failure = outcome.get();
        if (failure.isPresent() && failure.get() instanceof Refused refused) {
            throw refused;
        }
        if (failure.isPresent()) {
            throw new ToldException(Words.of(failure.get()), failure.get());
        }
        return true;
    }

    private Optional<Exception> attempt(String name, Trust trust) {
        try {
            installHere(name, trust);
            return Optional.empty();
        } catch (Refused | IOException e) {
            return Optional.of(e);
        }
    }

    private void installHere(String name, Trust trust) throws Refused, IOException {
        LoadedSnapshot next = parsed(name, trust);
        Optional<String> before = store.installed();
        flip(name, before);
        Generation generation = service.restart(Mode.NORMAL, Optional.of(next));
        if (!healthy.test(generation)) {
            back(name, before, trust);
            throw new Refused(Why.UNUSABLE, "the service is not well with " + name + ": back to the one before");
        }
        LOG.infof("snapshot %s is installed", name);
        store.prune(keep);
    }

    /** A link that could not be made durable may be there all the same: it goes back, else the service would never start with it. */
    private void flip(String name, Optional<String> before) throws IOException {
        try {
            store.install(name);
        } catch (IOException e) {
            try {
                link(before);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void link(Optional<String> name) throws IOException {
        if (name.isPresent()) {
            store.install(name.get());
        } else {
            store.uninstall();
        }
    }

    private LoadedSnapshot parsed(String name, Trust trust) throws Refused, IOException {
        try {
            return store.configuration(name, trust);
        } catch (Refused e) {
            store.remove(name);
            throw e;
        }
    }

    private void back(String bad, Optional<String> before, Trust trust) throws Refused, IOException {
        link(before);
        service.restart(
                Mode.NORMAL,
                before.isPresent() ? Optional.of(store.configuration(before.get(), trust)) : Optional.empty());
        store.remove(bad);
    }
}
