/** {@code drctl record}: making key pairs and signed records. */
package io.breakwater.drctl.record;
