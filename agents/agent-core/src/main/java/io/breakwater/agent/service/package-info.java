/**
 * The agent's service ({@code zpa-connector}, {@code zpa-service-edge}) as a component that is stopped and started whole: each start is
 * a new generation with the applications it serves, loaded from the installed snapshot.
 */
package io.breakwater.agent.service;
