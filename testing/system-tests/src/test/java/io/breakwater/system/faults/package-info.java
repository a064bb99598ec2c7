/** Processes killed in the middle of their work. Every test prints its seed. */
package io.breakwater.system.faults;
