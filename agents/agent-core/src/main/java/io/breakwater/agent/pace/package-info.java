/** How the agent's background work waits: loops with a thread of their own that can be woken, and capped exponential back-off. */
package io.breakwater.agent.pace;
