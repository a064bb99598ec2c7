/** PostgreSQL, Kafka and the zone: as embedded processes, or as servers that are there already. */
package io.breakwater.local.servers;
