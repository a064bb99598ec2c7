package io.breakwater.config.servergroup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.server.ServerService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Servers that a server group's request names without an id: they are made with it. Works in the caller's transaction. */
@Singleton
class NewServers {
    private final ServerService servers;

    NewServers(ServerService servers) {
        this.servers = servers;
    }

    /** Makes them and puts their ids into the request. */
    Uni<Void> create(ServerGroupEntity group, ObjectNode body) {
        TenantScope scope = new TenantScope(group.customerId, group.microtenantId);
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (JsonNode entry : body.path("servers")) {
            if (entry instanceof ObjectNode server && isNew(server)) {
                chain = chain.chain(() -> servers.create(scope, server))
                        .invoke(created -> server.set("id", created.get("id")))
                        .replaceWithVoid();
            }
        }
        return chain;
    }

    private static boolean isNew(ObjectNode server) {
        return server.path("id").asText("").isBlank() && server.path("name").isTextual();
    }
}
