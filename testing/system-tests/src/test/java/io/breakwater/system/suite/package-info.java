/** The suite as processes: switching, the centre dead, records that must be refused, events twice and out of order. */
package io.breakwater.system.suite;
