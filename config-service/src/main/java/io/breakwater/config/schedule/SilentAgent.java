package io.breakwater.config.schedule;

import io.breakwater.contracts.event.AgentKind;

/** An agent that its tenant's schedule deletes. */
record SilentAgent(long customerId, AgentKind kind, long id) {}
