package io.breakwater.agent.upkeep;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.enrolment.Enroller;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.identity.IdentityStore;
import io.breakwater.agent.identity.IdentityStore.Recalled;
import io.breakwater.agent.identity.Remains;
import io.breakwater.agent.trust.TrustStore;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** How the agent comes by its identity: from its disk, else by enrolling. Once it has one, trust begins. For one thread at a time. */
public final class Joining {
    private static final Logger LOG = Logger.getLogger(Joining.class);

    private final Kept kept;
    private final Enroller enroller;
    private final IdentityHolder holder;
    private final TrustStore trust;
    private final Runnable trustChanged;

    /** The identity on disk, and what puts a lost enrolment together again. */
    public record Kept(IdentityStore store, Remains.Rebuilder rebuilder) {}

    /** @param trustChanged called once the agent has enrolled */
    public Joining(Kept kept, Enroller enroller, IdentityHolder holder, TrustStore trust, Runnable trustChanged) {
        this.kept = kept;
        this.enroller = enroller;
        this.holder = holder;
        this.trust = trust;
        this.trustChanged = trustChanged;
    }

    /**
     * Takes the identity on disk, before the mode is resumed. What is believed comes first: an agent whose key or certificate is damaged
     * cannot talk to the centre, but switches all the same (I4).
     *
     * @return what was found; its faults are those of the signed index too
     * @throws GeneralSecurityException when the enrolment names no usable key of snapshots
     */
    public Recalled recall() throws GeneralSecurityException {
        Recalled recalled = kept.store().recall(kept.rebuilder());
        if (recalled.enrolment().isPresent()) {
            trust.begin(recalled.enrolment().get());
        }
        recalled.identity().ifPresent(holder::set);
        List<String> faults = new ArrayList<>(recalled.faults());
        faults.addAll(trust.faults());
        return new Recalled(recalled.enrolment(), recalled.identity(), faults);
    }

    /** What a failure to enrol means for this agent, in words. */
    String standing() {
        return trust.trust().isEmpty() ? "not enrolled" : "the agent has no usable identity and cannot enrol again";
    }

    /** Enrols. */
    void join() throws CentreFailure, IOException, GeneralSecurityException {
        AgentIdentity enrolled = enroller.enrol();
        trust.begin(enrolled.enrolment());
        holder.set(enrolled);
        LOG.infof(
                "enrolled as agent %s in group %s (%s)",
                enrolled.enrolment().agentId(),
                enrolled.enrolment().groupName(),
                enrolled.enrolment().designated() ? "designated for DR" : "not designated for DR");
        trustChanged.run();
    }
}
