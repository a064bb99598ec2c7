package io.breakwater.local.agents;

import io.breakwater.contracts.event.AgentKind;

/**
 * An agent that the suite runs.
 *
 * @param name of its process, for example {@code app-connector-1}
 * @param group which provisioning key of the tenant enrols it, for example {@code connectorGroup.dr}
 * @param port its operator port, before the offset
 */
public record AgentSpec(String name, AgentKind kind, String group, int port) {
    public static final String DR_CONNECTORS = "connectorGroup.dr";
    public static final String ORDINARY_CONNECTORS = "connectorGroup.ordinary";
    public static final String DR_EDGES = "serviceEdgeGroup.dr";

    private static final int FIRST_CONNECTOR_PORT = 9000;
    private static final int FIRST_EDGE_PORT = 8500;
    private static final int FIRST_CONNECTOR_MANAGEMENT = 18_200;
    private static final int FIRST_EDGE_MANAGEMENT = 18_300;

    /** @param number from 1 */
    public static AgentSpec connector(int number, boolean designated) {
        return new AgentSpec(
                "app-connector-" + number,
                AgentKind.APP_CONNECTOR,
                designated ? DR_CONNECTORS : ORDINARY_CONNECTORS,
                FIRST_CONNECTOR_PORT + number - 1);
    }

    /** @param number from 1; every edge is designated */
    public static AgentSpec edge(int number) {
        return new AgentSpec("service-edge-" + number, AgentKind.SERVICE_EDGE, DR_EDGES, FIRST_EDGE_PORT + number - 1);
    }

    /** The port of its health and metrics, before the offset. */
    public int managementPort() {
        return kind == AgentKind.APP_CONNECTOR
                ? FIRST_CONNECTOR_MANAGEMENT + port - FIRST_CONNECTOR_PORT
                : FIRST_EDGE_MANAGEMENT + port - FIRST_EDGE_PORT;
    }

    public boolean designated() {
        return !group.equals(ORDINARY_CONNECTORS);
    }

    /** Where the operator's questions are. */
    public String operatorPrefix() {
        return kind == AgentKind.APP_CONNECTOR ? "/assistant/zpn_dr/" : "/zpn/zpn_dr/";
    }

    /** The directory of its program in the checkout. */
    public String module() {
        return kind == AgentKind.APP_CONNECTOR ? "agents/app-connector" : "agents/service-edge";
    }
}
