package io.breakwater.contracts.config;

import java.util.List;

/** Which connector groups reach which servers. With dynamic discovery there are no servers: connectors resolve the application's domain. */
public record ServerGroupConf(
        String id,
        String name,
        boolean enabled,
        boolean dynamicDiscovery,
        List<String> appConnectorGroupIds,
        List<String> serverIds,
        String microtenantId) {

    public ServerGroupConf {
        microtenantId = Microtenant.orDefault(microtenantId);
    }

    /** One of the Default microtenant. */
    public ServerGroupConf(
            String id,
            String name,
            boolean enabled,
            boolean dynamicDiscovery,
            List<String> appConnectorGroupIds,
            List<String> serverIds) {
        this(id, name, enabled, dynamicDiscovery, appConnectorGroupIds, serverIds, Microtenant.DEFAULT);
    }
}
