/**
 * What is believed of a tenant's DR state: kept to refuse changes while DR is active and to start new agents with the replay state. What
 * dr-controller tells is held against the evidence that comes with it; in doubt, and from time to time anyway, dr-controller is asked
 * itself.
 */
package io.breakwater.config.drstate;
