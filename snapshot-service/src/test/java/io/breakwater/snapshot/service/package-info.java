/** The running service, with a real PostgreSQL and Kafka; config-service's side is a small HTTP server that serves what a test gives it. */
package io.breakwater.snapshot.service;
