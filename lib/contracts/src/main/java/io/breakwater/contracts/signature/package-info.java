/**
 * The signature that every event carries: a JWS with detached, unencoded payload (RFC 7515 appendix F, RFC 7797) in the header {@value
 * io.breakwater.contracts.signature.EventSigner#HEADER}. Plain Java: services use it through {@code lib/platform}, agents directly.
 */
package io.breakwater.contracts.signature;
