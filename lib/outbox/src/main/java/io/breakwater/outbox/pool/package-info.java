/** The connections to PostgreSQL that a service shares among all that it works on. Nobody calls it: Quarkus makes its pool by it. */
package io.breakwater.outbox.pool;
