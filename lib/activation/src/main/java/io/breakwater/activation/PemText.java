package io.breakwater.activation;

/** PEM as it comes out of environment variables and JSON. Stateless. */
public final class PemText {
    private PemText() {}

    /** With line feeds where the two characters {@code \\n} stand, which no Base64 text has. */
    public static String withLineFeeds(String pem) {
        return pem.replace("\\r", "").replace("\\n", "\n");
    }
}
