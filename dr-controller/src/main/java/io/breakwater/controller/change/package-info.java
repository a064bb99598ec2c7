/** Tells every replica that something of a tenant changed, at the commit: timers are set anew and pages updated. A nudge, never content. */
package io.breakwater.controller.change;
