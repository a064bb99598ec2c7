package io.breakwater.platform.problem;

/** How problems look on some paths of a service. A CDI bean; the first that renders a path does it, else RFC 9457. */
public interface ProblemRenderer {
    /** @param path of the request, with its leading slash */
    boolean renders(String path);

    /** The response body for that problem. */
    Rendered render(ProblemDocument document);

    /** {@code Retry-After} of an answer that may soon be another one. */
    default String retryAfter() {
        return "1";
    }

    /**
     * @param status HTTP status
     * @param contentType of the body
     * @param body an object that Jackson writes
     */
    record Rendered(int status, String contentType, Object body) {}
}
