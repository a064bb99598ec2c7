package io.breakwater.config.signin;

import io.breakwater.platform.security.Roles;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses to start when the key that verifies tokens is not the one that signs them: otherwise every request would be refused. */
@Singleton
class TokenKeyCheck {
    private final TokenIssuer tokens;
    private final JWTParser parser;

    TokenKeyCheck(TokenIssuer tokens, JWTParser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    void check(@Observes StartupEvent start) {
        try {
            parser.parse(tokens.forClient(Client.ofSuite("config-service", Roles.SERVICE))
                    .token());
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "mp.jwt.verify.publickey.location must be the public part of breakwater.token.signing-key-file", e);
        }
    }
}
