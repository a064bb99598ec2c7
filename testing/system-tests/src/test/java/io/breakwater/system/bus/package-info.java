/** Somebody owns the bus: what that can do to a running suite, and that it heals. */
package io.breakwater.system.bus;
