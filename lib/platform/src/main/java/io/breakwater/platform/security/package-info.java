/**
 * Who calls: the roles and claims of an access token, and the rule that a tenant sees only itself (I8). Tokens are verified by
 * SmallRye JWT with public keys from a file, so that no other service has to be alive.
 *
 * <h2>Another signing key, without an outage</h2>
 *
 * {@code mp.jwt.verify.publickey.location} names a PEM, or a JWK set with several keys of which the token's {@code kid} chooses one. The
 * file is looked at every {@code breakwater.token-verification.look-interval}, and before a token is refused because its key is not known.
 *
 * <ol>
 *   <li>Give every service a JWK set with the old key and the new one. Write it beside the old file and rename it: what is half written
 *       holds no key, which the log says, and the keys of before stay.
 *   <li>Let config-service sign with the new key. Tokens of both are accepted.
 *   <li>When the tokens of the old key have ended, or at once if it was stolen, take it out of the set. The tokens that it signed are
 *       refused from the next look on, which is within the interval.
 * </ol>
 *
 * A token that was verified is believed for {@code breakwater.token-verification.remembered-for}, not beyond its own end and not beyond a
 * change of the keys. Nothing else ends a token early: there is no list of revoked ones.
 */
package io.breakwater.platform.security;
