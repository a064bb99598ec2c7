/** {@code drctl record explain}: says what a record set means and why, read from DNS, zone lines or JSON. */
package io.breakwater.drctl.explain;
