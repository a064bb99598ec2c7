package io.breakwater.contracts.event;

/** What an agent is. */
public enum AgentKind {
    APP_CONNECTOR,
    SERVICE_EDGE
}
