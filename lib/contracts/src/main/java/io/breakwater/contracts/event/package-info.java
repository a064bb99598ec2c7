/**
 * What travels on Kafka: one record per event type, the topics, and the codec that turns an event into a Kafka record's headers and
 * value (CloudEvents 1.0, binary content mode) and back. Every service and agent speaks through this package and nothing else.
 */
package io.breakwater.contracts.event;
