/** Readiness for disaster recovery and the configuration's graph. */
package io.breakwater.config.readiness;
