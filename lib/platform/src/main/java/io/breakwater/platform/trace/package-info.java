/**
 * Which request or event caused what: a W3C trace context that goes from a request to the events that it leads to, over Kafka, to their
 * consumers and to what those publish. Carried only, not collected: the id stands in events and in logs.
 */
package io.breakwater.platform.trace;
