package io.breakwater.agent.mode;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.state.DrState;
import java.util.Optional;

/**
 * What the agent knows about its mode: everything that is written in one durable write.
 *
 * @param generation of the write, growing
 * @param domain the DR domain that it belongs to, or null when nothing was judged yet
 * @param tenant what the record means for the tenant
 * @param replay what was applied before
 * @param mode the agent's own mode: the tenant's when its group is designated, else NORMAL
 * @param modeSinceMillis epoch milliseconds since when the own mode is what it is
 * @param identity of the activation that the agent itself last evaluated as applied or ended, or null
 * @param switches how often the own mode changed since the agent was installed
 */
public record ModeState(
        long generation,
        String domain,
        DrState tenant,
        ReplayState replay,
        Mode mode,
        long modeSinceMillis,
        String identity,
        long switches) {

    /** Nothing was seen yet. */
    public static ModeState initial(long nowMillis) {
        return new ModeState(0, null, DrState.initial(nowMillis), ReplayState.EMPTY, Mode.NORMAL, nowMillis, null, 0);
    }

    /** The state for another domain: nothing that was judged for the old one counts. */
    ModeState forDomain(String newDomain, ReplayState begin, long nowMillis) {
        return new ModeState(
                generation, newDomain, DrState.initial(nowMillis), begin, mode, modeSinceMillis, identity, switches);
    }

    /** The state after a decision about the tenant. */
    ModeState decided(DrState after, ReplayState replayAfter, boolean designated, String applied, long nowMillis) {
        Mode own = designated ? after.mode() : Mode.NORMAL;
        boolean switched = own != mode;
        return new ModeState(
                generation + 1,
                domain,
                after,
                replayAfter,
                own,
                switched ? nowMillis : modeSinceMillis,
                applied == null ? identity : applied,
                switched ? switches + 1 : switches);
    }

    ModeState withGeneration(long newGeneration) {
        return new ModeState(newGeneration, domain, tenant, replay, mode, modeSinceMillis, identity, switches);
    }

    /** The activation in force for the tenant. */
    public Optional<Activation> activation() {
        return tenant.activation();
    }
}
