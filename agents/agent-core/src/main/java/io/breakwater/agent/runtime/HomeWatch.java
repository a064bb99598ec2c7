package io.breakwater.agent.runtime;

import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.identity.IdentityStore;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tries whether the home can be written, and brings what lies there back to what it should be, as long as this process still knows. The
 * step of a loop. A home that takes nothing ends nothing: the mode holds, the service serves, and it is said.
 */
final class HomeWatch implements PacedLoop.Step {
    private final AgentHome home;
    private final Disk disk;
    private final Kept kept;
    private final Troubles troubles;
    private final Duration interval;

    HomeWatch(AgentHome home, Disk disk, Kept kept, Troubles troubles, Duration interval) {
        this.home = home;
        this.disk = disk;
        this.kept = kept;
        this.troubles = troubles;
        this.interval = interval;
    }

    /** What lies in the home. @param link brings the link to the snapshot that serves back */
    record Kept(IdentityStore identities, TrustStore trust, ModeKeeper keeper, Supplier<List<String>> link) {}

    @Override
    public Duration run() {
        if (probe()) {
            say(kept.identities().mend());
            kept.keeper().mend(this::mendOthers, this::say);
        }
        return interval;
    }

    /** Whether the home takes anything; says so when it does not. */
    boolean probe() {
        Path file = home.state().resolve(".probe");
        try {
            disk.ensureDirectory(home.state());
            disk.write(file, new byte[] {1});
            disk.delete(file);
            troubles.clear(Trouble.DISK);
            return true;
        } catch (ClosedByInterruptException e) {
            // the agent is stopping: that says nothing about the home
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            troubles.raise(
                    Trouble.DISK,
                    "the home " + home.root() + " cannot be written (" + Words.of(e)
                            + "): the agent goes on with what it has and keeps nothing new");
            return false;
        }
    }

    private List<String> mendOthers() {
        List<String> found = new ArrayList<>(kept.trust().mend());
        found.addAll(kept.link().get());
        return found;
    }

    private void say(List<String> faults) {
        if (!faults.isEmpty()) {
            troubles.also(Trouble.MENDED, String.join("; ", faults));
        }
    }
}
