/**
 * Who calls: the roles and claims of an access token, and the rule that a tenant sees only itself (I8). Tokens are verified by
 * SmallRye JWT with a public key from a file, so that no other service has to be alive.
 */
package io.breakwater.platform.security;
