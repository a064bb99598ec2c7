package io.breakwater.config.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A client's id and secret in an {@code Authorization: Basic} header (RFC 7617). */
record BasicCredentials(String clientId, String secret) {
    private static final String SCHEME = "Basic ";

    /** Empty when the header is none, or not readable. */
    static Optional<BasicCredentials> of(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] octets =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String text = new String(octets, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            // not Base64: as if it were not there, so the answer is that the credentials are missing
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials[" + clientId + "]";
    }
}
