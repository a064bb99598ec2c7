/** A suite as others see it: who runs it, on what ports, with which processes. */
package io.breakwater.local.supervisor;
