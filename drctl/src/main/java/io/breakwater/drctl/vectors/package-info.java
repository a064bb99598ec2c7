/** {@code drctl record check}: runs a file of test vectors against the evaluator. */
package io.breakwater.drctl.vectors;
