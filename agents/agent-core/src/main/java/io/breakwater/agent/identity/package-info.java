/**
 * Who this agent is: its key (never leaves the disk, 0600), its certificate from the tenant's CA, and what it was told when it enrolled.
 * Enrols with a provisioning key, renews from day 30.
 */
package io.breakwater.agent.identity;
