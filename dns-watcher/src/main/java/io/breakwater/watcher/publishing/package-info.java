/** Observations on their way to the bus: the newest of each tenant is sent until the broker has it. */
package io.breakwater.watcher.publishing;
