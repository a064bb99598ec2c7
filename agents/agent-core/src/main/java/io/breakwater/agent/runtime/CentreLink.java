package io.breakwater.agent.runtime;

import io.breakwater.agent.centre.AgentTokens;
import io.breakwater.agent.centre.Boot;
import io.breakwater.agent.centre.CentreGate;
import io.breakwater.agent.centre.CentreHttp;
import io.breakwater.agent.centre.ClientAssertion;
import io.breakwater.agent.centre.ConfigServiceClient;
import io.breakwater.agent.centre.SnapshotServiceClient;
import java.time.Clock;

/** The way to the centre, put together. */
record CentreLink(
        CentreGate gate,
        CentreHttp http,
        ConfigServiceClient configService,
        AgentTokens tokens,
        SnapshotServiceClient snapshotService) {

    static CentreLink of(AgentConfig config, Boot boot, Clock clock) {
        AgentConfig.Centre limits = config.centre();
        CentreGate gate = new CentreGate();
        CentreHttp http = new CentreHttp(gate, limits.connectTimeout());
        ConfigServiceClient configService =
                new ConfigServiceClient(http, config.configServiceUrl(), limits.requestTimeout());
        AgentTokens tokens = new AgentTokens(configService, new ClientAssertion(boot), clock);
        SnapshotServiceClient snapshotService = new SnapshotServiceClient(
                http,
                tokens,
                config.snapshotServiceUrl(),
                new SnapshotServiceClient.Limits(limits.requestTimeout(), limits.longPoll(), limits.downloadTimeout()));
        return new CentreLink(gate, http, configService, tokens, snapshotService);
    }
}
