/** The command line: {@code drctl}. Nothing may depend on it. */
package io.breakwater.drctl;
