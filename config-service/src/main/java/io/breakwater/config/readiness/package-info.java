/**
 * Whether a tenant's configuration is ready for disaster recovery, and how its objects hang together: read from one consistent view,
 * decided by pure functions.
 */
package io.breakwater.config.readiness;
