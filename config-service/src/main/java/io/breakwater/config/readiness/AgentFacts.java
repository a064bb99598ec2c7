package io.breakwater.config.readiness;

import java.util.Set;

/**
 * What counts of an enrolled agent here.
 *
 * @param addresses where it can be reached from outside: published addresses, else the one that it was seen from
 */
record AgentFacts(
        String id, String name, boolean enabled, String groupId, String microtenantId, Set<String> addresses) {}
