/**
 * Making activation records and the key pairs for them: section 7 of the specification. For drctl and for tests; no service and no agent
 * signs.
 */
package io.breakwater.activation.signing;
