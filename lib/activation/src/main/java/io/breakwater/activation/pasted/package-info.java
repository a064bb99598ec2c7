/**
 * The one reader of what people paste: zone lines, the words of {@code dig}, {@code kdig}, {@code host} and {@code nslookup}, nsupdate
 * scripts, plain lines. For {@code drctl record explain --from} and for the agents' evidence file, so that both see the same records.
 */
package io.breakwater.activation.pasted;
