package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.certificate.Pem;
import io.breakwater.config.drsettings.DrSettingsService;
import io.breakwater.config.drstate.DrStateService;
import io.breakwater.config.drstate.KnownState;
import io.breakwater.contracts.event.DrSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;

/** Gathers what a new agent needs to start on its own. Works in the caller's session. */
@Singleton
class EnrollmentAnswer {
    private final AgentRepository agents;
    private final AgentCertificates certificates;
    private final DrSettingsService settings;
    private final DrStateService states;
    private final SnapshotKeys snapshotKeys;
    private final EventKeys eventKeys;

    EnrollmentAnswer(
            AgentRepository agents,
            AgentCertificates certificates,
            DrSettingsService settings,
            DrStateService states,
            SnapshotKeys snapshotKeys,
            EventKeys eventKeys) {
        this.agents = agents;
        this.certificates = certificates;
        this.settings = settings;
        this.states = states;
        this.snapshotKeys = snapshotKeys;
        this.eventKeys = eventKeys;
    }

    AgentCertificates certificates() {
        return certificates;
    }

    Uni<EnrollmentView> of(AgentEntity agent, CertificateEntity issuing, X509Certificate certificate) {
        return agents.group(agent.kind(), agent.groupId)
                .chain(group -> certificates
                        .chain(issuing)
                        .chain(chain -> settings.event(agent.customerId)
                                .chain(dr -> states.of(agent.customerId, dr)
                                        .map(state -> view(agent, group, certificate, chain, dr, state)))));
    }

    private EnrollmentView view(
            AgentEntity agent,
            AgentGroup group,
            X509Certificate certificate,
            String chain,
            DrSettings dr,
            KnownState state) {
        return new EnrollmentView(
                agent.id.toString(),
                agent.customerId.toString(),
                agent.groupId.toString(),
                agent.kind(),
                group.name,
                group.useInDrMode,
                Pem.of(certificate),
                chain,
                AgentCertificates.notAfter(certificate),
                dr,
                state.replay(),
                snapshotKeys.pems(),
                eventKeys.all(),
                state.mode());
    }
}
