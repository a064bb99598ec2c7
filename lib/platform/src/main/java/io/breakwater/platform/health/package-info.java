/** Readiness: what a service cannot work without. Liveness depends on nothing outside of the process. */
package io.breakwater.platform.health;
