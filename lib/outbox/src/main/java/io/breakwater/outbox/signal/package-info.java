/**
 * PostgreSQL's LISTEN: a nudge at a commit, to every replica. A nudge may be lost while a connection is replaced, so whoever listens
 * also looks by itself now and then.
 */
package io.breakwater.outbox.signal;
