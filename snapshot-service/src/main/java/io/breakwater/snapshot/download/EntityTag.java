package io.breakwater.snapshot.download;

/** Strong entity tags made of SHA-256 digests, and the conditions of RFC 9110, section 13, on them. */
final class EntityTag {
    private EntityTag() {}

    static String of(String digest) {
        return '"' + digest + '"';
    }

    /** Whether {@code If-None-Match} holds that representation (weak comparison), so that 304 is the answer. */
    static boolean noneMatchFails(String header, String digest) {
        if (header == null) {
            return false;
        }
        for (String tag : header.split(",")) {
            String one = tag.strip();
            if (one.equals("*") || (one.startsWith("W/") ? one.substring(2) : one).equals(of(digest))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code If-Range} lets a range through: absent, or exactly this representation (strong comparison; a date never is). */
    static boolean rangeAllowed(String ifRange, String digest) {
        return ifRange == null || ifRange.strip().equals(of(digest));
    }
}
