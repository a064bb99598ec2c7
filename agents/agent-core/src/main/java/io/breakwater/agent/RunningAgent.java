package io.breakwater.agent;

import io.breakwater.agent.dnslook.DrDomain;
import io.breakwater.agent.dnslook.OwnLook;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.service.AgentService;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.upkeep.CentreContact;
import io.breakwater.agent.upkeep.IdentityHolder;

/** The parts of a running agent that others look at: the status, the operator port, the health checks. All are safe for threads. */
public record RunningAgent(
        IdentityHolder identity,
        TrustStore trust,
        ModeKeeper keeper,
        AgentService service,
        Troubles troubles,
        DrDomain domain,
        OwnLook look,
        CentreContact contact) {}
