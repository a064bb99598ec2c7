/**
 * Configuration snapshots on the agent's own disk: fetched, verified to the last octet, installed atomically behind the link {@code
 * current}, with the last good one always there (I6). Nothing is installed while the agent's own mode is not NORMAL.
 */
package io.breakwater.agent.snapshot;
