/** The configuration as config-service shows it to the snapshot service and as it lies in a configuration snapshot. Ids are 64-bit numbers, as strings. */
package io.breakwater.contracts.config;
