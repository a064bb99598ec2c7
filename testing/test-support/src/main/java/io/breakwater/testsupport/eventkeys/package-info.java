/**
 * Keys of the producers of events for tests. They are there without further ado: a configuration source gives each tested service its
 * key and the trust directory, and {@link io.breakwater.testsupport.kafka.KafkaEvents} signs with them.
 */
package io.breakwater.testsupport.eventkeys;
