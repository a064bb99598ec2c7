package io.breakwater.edge;

import io.breakwater.agent.service.Product;
import io.breakwater.contracts.event.AgentKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What makes this agent a Private Service Edge. */
class ServiceEdge {
    @Produces
    @Singleton
    Product product() {
        return new Product(AgentKind.SERVICE_EDGE, "zpa-service-edge", "service-edge");
    }
}
