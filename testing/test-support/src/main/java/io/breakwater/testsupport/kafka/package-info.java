/** Kafka for tests: one broker a JVM, and a probe that sends and finds events. */
package io.breakwater.testsupport.kafka;
