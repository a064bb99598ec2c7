package io.breakwater.config.signin;

import java.time.Duration;

/** A signed token. */
public record AccessToken(String token, Duration life) {
    @Override
    public String toString() {
        return "AccessToken[" + life + "]";
    }
}
