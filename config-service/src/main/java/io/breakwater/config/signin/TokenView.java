package io.breakwater.config.signin;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A token as OAuth 2.0 writes it (RFC 6749, section 5.1).
 *
 * @param expiresIn seconds: text for ZPA's older clients, a number for its newer ones
 */
public record TokenView(
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") Object expiresIn) {
    static TokenView withText(AccessToken token) {
        return new TokenView("Bearer", token.token(), Long.toString(token.life().toSeconds()));
    }

    /** As the standard has it. */
    public static TokenView withNumber(AccessToken token) {
        return new TokenView("Bearer", token.token(), token.life().toSeconds());
    }
}
