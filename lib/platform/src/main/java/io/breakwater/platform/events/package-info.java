/**
 * Events in and out over Kafka. In: {@link io.breakwater.platform.events.EventConsumer} decodes, skips what it does not know, sorts
 * failures and never loses an event because a server is away. Out: {@link io.breakwater.platform.events.EventPublisher} for services
 * without a database; services with one append to their outbox instead.
 */
package io.breakwater.platform.events;
