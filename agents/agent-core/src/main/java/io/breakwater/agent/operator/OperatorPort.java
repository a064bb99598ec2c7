package io.breakwater.agent.operator;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.disk.AgentHome;
import java.util.concurrent.CompletionStage;

/** The questions, each answered from the running agent's parts. Safe for threads. */
public final class OperatorPort {
    private final Applications applications;
    private final ConfigurationFiles files;
    private final DomainResolution resolution;
    private final ShownConfiguration configuration;
    private final ShownMode mode;
    private final ShownTroubles troubles;

    public OperatorPort(RunningAgent parts, AgentHome home) {
        this.applications = new Applications(parts.service());
        this.files = new ConfigurationFiles(home, parts.service());
        this.resolution = new DomainResolution(parts.trust(), parts.domain());
        this.configuration = new ShownConfiguration(parts.trust());
        this.mode = new ShownMode(parts);
        this.troubles = new ShownTroubles(parts.troubles());
    }

    Answer drApplications() {
        return applications.answer();
    }

    Answer configurationFiles() {
        return files.answer();
    }

    CompletionStage<Answer> resolve(DomainResolution.RecordType type) {
        return resolution.answer(type);
    }

    Answer configuration() {
        return configuration.answer();
    }

    Answer mode() {
        return mode.answer();
    }

    Answer troubles() {
        return troubles.answer();
    }
}
