package io.breakwater.platform.problem;

/** What to say about a problem that the HTTP layer found, where its own message would tell of our classes. */
final class WebDetails {
    private WebDetails() {}

    static String of(Problem problem) {
        return switch (problem) {
            case NOT_FOUND -> "There is nothing at this path; look at its spelling and its ids.";
            case NOT_ACCEPTABLE -> "Accept application/json.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "Send the body with the content type that this path takes, in most cases application/json.";
            case PAYLOAD_TOO_LARGE -> "Send a smaller body.";
            case INVALID_REQUEST -> "The request could not be read; look at its parameters and body.";
            default -> null;
        };
    }
}
