package io.breakwater.local.settings;

import io.breakwater.local.agents.AgentSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of an agent. A pure function of the surroundings. */
public final class AgentSettings {
    private final Surroundings around;
    private final Duration dnsInterval;

    /** @param dnsInterval how often an agent looks its tenant's record up by itself */
    public AgentSettings(Surroundings around, Duration dnsInterval) {
        this.around = around;
        this.dnsInterval = dnsInterval;
    }

    public Map<String, String> of(AgentSpec agent) {
        Path directory = around.data().of(agent.name());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("quarkus.http.port", Integer.toString(around.ports().port(agent.name())));
        all.put("quarkus.management.port", Integer.toString(around.ports().management(agent.name())));
        all.put("breakwater.agent.home", directory.resolve("home").toString());
        all.put("breakwater.agent.name", agent.name());
        all.put(
                "breakwater.agent.provisioning-key-file",
                provisioningKeyFile(agent).toString());
        all.put(
                "breakwater.agent.config-service-url",
                around.url("config-service").toString());
        all.put(
                "breakwater.agent.snapshot-service-url",
                around.url("snapshot-service").toString());
        all.put("breakwater.agent.kafka.bootstrap-servers", around.kafka());
        all.put("breakwater.agent.dns.servers", around.zone().server());
        all.put(
                "breakwater.agent.dns.authority-port",
                Integer.toString(around.zone().address().getPort()));
        all.put("breakwater.agent.dns.interval", dnsInterval.toString());
        all.put(
                "breakwater.agent.evidence-file",
                directory.resolve("evidence.txt").toString());
        all.put("breakwater.log.json", "false");
        return all;
    }

    public Path provisioningKeyFile(AgentSpec agent) {
        return around.data().of(agent.name()).resolve("provisioning.key");
    }
}
