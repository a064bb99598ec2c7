package io.breakwater.snapshot.index;

import io.breakwater.contracts.event.AgentKind;

/**
 * A group as its index tells of it.
 *
 * @param designated whether it is designated for disaster recovery; a group that is gone from the configuration is not
 */
public record GroupFacts(String groupId, AgentKind kind, boolean designated) {}
