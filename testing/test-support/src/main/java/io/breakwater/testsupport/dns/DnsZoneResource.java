package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/**
 * An authoritative server of our own with the zone {@value TestZone#ORIGIN} for a Quarkus test. Points the watcher and the agents at
 * it; tests change it through {@link TestZone}.
 */
public final class DnsZoneResource implements QuarkusTestResourceLifecycleManager {
    private ZoneServer server;

    @Override
    public Map<String, String> start() {
        TsigKey key = TsigKey.generate("test-update");
        server = ZoneServer.start(ZoneServer.Options.of(TestZone.ORIGIN, List.of(key), List.of()));
        String address = "127.0.0.1:" + server.port();
        return Map.of(
                TestZone.PORT,
                Integer.toString(server.port()),
                TestZone.UPDATE_KEY,
                key.text(),
                "breakwater.watcher.resolvers",
                address,
                "breakwater.watcher.authority-port",
                Integer.toString(server.port()),
                "breakwater.agent.dns.servers",
                address);
    }

    @Override
    public void stop() {
        server.close();
    }
}
