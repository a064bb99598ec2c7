package io.breakwater.system.isolation;

import io.breakwater.local.http.Answer;

/**
 * What somebody was answered, whatever the ids are that the request named.
 *
 * @param text the body, with ID in the place of these ids
 */
record Seen(int status, String text) {
    private static final String NOT_FOUND = "resource.not.found";
    private static final String INVALID = "invalid.resource.argument";
    private static final String ACCESS_DENIED = "access.denied";
    private static final String FORBIDDEN = "\"forbidden\"";

    static Seen of(Answer answer, String... ids) {
        String text = answer.text();
        for (String id : ids) {
            text = text.replace(id, "ID");
        }
        return new Seen(answer.status(), text);
    }

    boolean isInvalid() {
        return status == 400 && text.contains(INVALID);
    }

    boolean isNotFound() {
        return (status == 404 || status == 400) && text.contains(NOT_FOUND);
    }

    /** Whoever's it is: the role does not allow it, or there is no such customer. */
    boolean isRefused() {
        return isNotFound()
                || (status == 401 || status == 403) && (text.contains(ACCESS_DENIED) || text.contains(FORBIDDEN));
    }
}
