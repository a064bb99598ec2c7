/**
 * Sends what was committed to the outbox. Nobody calls it: it wakes up by PostgreSQL's NOTIFY, and by a timer in case one was lost.
 * Several replicas may run; whoever holds a shard's row lock sends that shard, so that a key's events keep their order.
 */
package io.breakwater.outbox.relay;
