package io.breakwater.config.signin;

import java.util.List;

/** The keys that verify our tokens (RFC 7517, section 5). */
public record JwksView(List<Jwk> keys) {}
