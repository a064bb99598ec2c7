package io.breakwater.config.signin;

/** A public RSA key (RFC 7517, 7518). */
public record Jwk(String kty, String use, String alg, String kid, String n, String e) {}
