package io.breakwater.connector;

import io.breakwater.agent.service.Product;
import io.breakwater.contracts.event.AgentKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What makes this agent a App Connector. */
class AppConnector {
    @Produces
    @Singleton
    Product product() {
        return new Product(AgentKind.APP_CONNECTOR, "zpa-connector", "");
    }
}
