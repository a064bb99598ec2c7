/**
 * PostgreSQL, Kafka and a DNS server that need nothing but a JDK and Maven Central: for the local suite and for tests. Never part
 * of a service.
 */
package io.breakwater.embedded;
