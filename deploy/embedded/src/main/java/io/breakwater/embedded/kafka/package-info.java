/** Kafka, broker and controller in one JVM of its own (KRaft). */
package io.breakwater.embedded.kafka;
