package io.breakwater.config.agent;

/**
 * What differs between the two kinds of agent in JSON.
 *
 * @param groupId key of its group's id
 * @param groupName key of its group's name
 * @param version key of its own report
 */
record AgentKeys(String groupId, String groupName, String version) {}
