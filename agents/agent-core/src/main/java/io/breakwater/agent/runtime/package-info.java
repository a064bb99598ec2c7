/** The agent put together: settings, the one place where its parts meet, and the thin layer that starts it inside Quarkus. */
package io.breakwater.agent.runtime;
