package io.breakwater.agent.service;

import io.breakwater.contracts.event.AgentKind;

/**
 * What makes an agent an App Connector or a Private Service Edge.
 *
 * @param serviceName ZPA's name of the service
 * @param snapshotLayout directory in the home that holds the snapshots; empty: the home itself
 */
public record Product(AgentKind kind, String serviceName, String snapshotLayout) {}
