/**
 * What this agent believes before it judges anything: its tenant's DR domain, keys and policy, whether its group is designated, and
 * whose signature counts on snapshots. Comes from the enrolment, then from signed indexes with a higher sequence; never from an event
 * and never from a snapshot that somebody goes back to.
 */
package io.breakwater.agent.trust;
