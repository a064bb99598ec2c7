/** A drill: one signed record is published, and every agent is followed until it has acknowledged it. */
package io.breakwater.local.drill;
