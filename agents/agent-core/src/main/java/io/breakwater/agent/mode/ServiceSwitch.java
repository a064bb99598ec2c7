package io.breakwater.agent.mode;

import io.breakwater.activation.Mode;
import io.breakwater.agent.service.AgentService;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.service.LoadedSnapshot;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.words.Words;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings the service into a mode: loads the installed snapshot and restarts it. For the mode keeper's thread. */
public final class ServiceSwitch {
    private final AgentService service;
    private final Supplier<Optional<LoadedSnapshot>> installed;
    private final Troubles troubles;

    /** @param installed loads the installed snapshot, verified */
    public ServiceSwitch(AgentService service, Supplier<Optional<LoadedSnapshot>> installed, Troubles troubles) {
        this.service = service;
        this.installed = installed;
        this.troubles = troubles;
    }

    /** Whether the service runs in that mode. */
    boolean isIn(Mode mode) {
        return service.running().map(Generation::mode).filter(mode::equals).isPresent();
    }

    /**
     * Restarts the service. A service that cannot start, for whatever reason, stays down, the centre cut off or let in as the mode wants,
     * and is tried again at the next tick.
     */
    void to(Mode mode) {
        try {
            Optional<LoadedSnapshot> loaded = installed.get();
            service.restart(mode, loaded);
            if (loaded.isEmpty() && mode != Mode.NORMAL) {
                troubles.also(Trouble.SERVICE, "there is no snapshot to serve the DR applications from");
            }
        } catch (RuntimeException | Error e) {
            service.stayDown(mode);
            troubles.raise(Trouble.SERVICE, "the service cannot start: " + Words.of(e));
        }
    }
}
