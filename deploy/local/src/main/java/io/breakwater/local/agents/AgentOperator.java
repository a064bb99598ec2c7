package io.breakwater.local.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.UnreachableException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks an agent on its operator port, as somebody on its machine would. */
public final class AgentOperator {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AgentSpec agent;
    private final RestClient rest;

    public AgentOperator(AgentSpec agent, URI address) {
        this.agent = agent;
        this.rest = RestClient.anonymous(address).within(PATIENCE);
    }

    public AgentSpec agent() {
        return agent;
    }

    /**
     * @param question for example {@code show_dr_apps} or {@code resolve_dr_domain?record_type=TXT}
     * @throws UnreachableException when nobody answers
     */
    public Answer ask(String question) {
        return rest.get(agent.operatorPrefix() + question);
    }

    /** {@code show_mode}: mode, tenantMode, identity, since, held, snapshot, source …; empty when the agent does not answer now. */
    public Optional<JsonNode> mode() {
        try {
            return Optional.of(ask("show_mode")).filter(Answer::isSuccess).map(Answer::body);
        } catch (UnreachableException e) {
            return Optional.empty();
        }
    }
}
