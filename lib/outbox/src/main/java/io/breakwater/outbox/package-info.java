/**
 * Outbox and inbox: a state change and the event that tells of it commit together, and an event that comes twice has its effect once
 * (I5). Services call {@link io.breakwater.outbox.Outbox} and {@link io.breakwater.outbox.Inbox} inside of their
 * {@code @WithTransaction} methods; {@code relay} sends what was committed.
 */
package io.breakwater.outbox;
