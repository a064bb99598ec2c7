/**
 * What tests of several modules share: real PostgreSQL, Kafka and DNS servers, tokens, events and activation records. Test scope
 * only.
 */
package io.breakwater.testsupport;
