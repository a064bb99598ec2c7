/** The zone with the tenant's activation record: its server as a process, and whoever serves it instead. */
package io.breakwater.local.zone;
