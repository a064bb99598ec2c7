package io.breakwater.platform.problem;

/**
 * The catalogue of problems: slug (last part of the type URI), title, HTTP status and a stable code for programs. Nothing else in the
 * suite names an HTTP error status.
 */
public enum Problem {
    MALFORMED_JSON("malformed-json", "The body is not the JSON that is expected here", 400, "malformed.json"),
    INVALID_REQUEST("invalid-request", "The request is not valid", 400, "invalid.request"),
    INVALID_FIELD("invalid-field", "A field is not valid", 400, "invalid.field"),
    KEY_REFUSED("key-refused", "The public key is refused", 400, "key.refused"),
    INVALID_CSR("invalid-csr", "The certificate request is not valid", 400, "csr.invalid"),
    UNSUPPORTED_GRANT("unsupported-grant", "The grant type is not supported", 400, "unsupported.grant"),
    ALREADY_EXISTS("already-exists", "There is one already", 400, "resource.already.exist"),
    DOMAIN_UNKNOWN(
            "domain-unknown", "The domain is not one of the customer's", 400, "domains.does.not.belong.to.customer"),
    DOMAIN_TAKEN(
            "domain-taken",
            "The domain belongs to another microtenant",
            400,
            "domains.already.exists.in.other.microtenant"),
    PROVISIONING_KEY_UNKNOWN("provisioning-key-unknown", "The provisioning key is not known", 400, "nonce.unknown"),
    PROVISIONING_KEY_USED_UP(
            "provisioning-key-used-up", "The provisioning key is used up", 400, "nonce.usage.exceeded"),
    PROVISIONING_KEY_DISABLED("provisioning-key-disabled", "The provisioning key is disabled", 400, "nonce.disabled"),
    UNAUTHENTICATED("unauthenticated", "A valid access token is needed", 401, "unauthenticated"),
    INVALID_CLIENT("invalid-client", "The client id or its secret is wrong", 401, "invalid.client"),
    INVALID_ASSERTION("invalid-assertion", "The client assertion is refused", 401, "invalid.assertion"),
    FORBIDDEN("forbidden", "The token does not allow this", 403, "forbidden"),
    AGENT_SUPERSEDED("agent-superseded", "A newer boot of this agent has taken over", 403, "agent.superseded"),
    AGENT_DISABLED("agent-disabled", "The agent is disabled", 403, "agent.disabled"),
    NOT_FOUND("not-found", "There is no such thing", 404, "resource.not.found"),
    METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed here", 405, "method.not.allowed"),
    NOT_ACCEPTABLE("not-acceptable", "None of the accepted media types can be given", 406, "not.acceptable"),
    TIMEOUT("request-timeout", "The request took too long to arrive", 408, "request.timeout"),
    CONFLICT("conflict", "The request conflicts with what is there", 409, "conflict"),
    DUPLICATE_NAME("duplicate-name", "The name is already used", 409, "duplicate.name"),
    STILL_REFERENCED("still-referenced", "It is still referred to", 409, "still.referenced"),
    LIMIT_REACHED("limit-reached", "A limit of the tenant is reached", 409, "limit.reached"),
    DR_ACTIVE("dr-active", "DR mode is active", 409, "dr.mode.active"),
    GONE("gone", "It is no longer there", 410, "gone"),
    PRECONDITION_FAILED("precondition-failed", "The precondition does not hold", 412, "precondition.failed"),
    PAYLOAD_TOO_LARGE("payload-too-large", "The body is too large", 413, "payload.too.large"),
    URI_TOO_LONG("uri-too-long", "The request line is too long", 414, "uri.too.long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The media type is not supported", 415, "unsupported.media.type"),
    RANGE_NOT_SATISFIABLE(
            "range-not-satisfiable", "The range lies outside of the content", 416, "range.not.satisfiable"),
    TOO_MANY_REQUESTS("too-many-requests", "Too many requests", 429, "too.many.requests"),
    INTERNAL("internal", "Something went wrong on our side", 500, "internal"),
    UNAVAILABLE("unavailable", "The service cannot answer now; try again soon", 503, "unavailable");

    private static final String TYPE_PREFIX = "urn:breakwater:problem:";

    private final String slug;
    private final String title;
    private final int status;
    private final String code;

    Problem(String slug, String title, int status, String code) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.code = code;
    }

    public String slug() {
        return slug;
    }

    /** The type URI of RFC 9457. */
    public String type() {
        return TYPE_PREFIX + slug;
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Whether the fault is ours: then nothing about its cause goes out. */
    public boolean isServerFault() {
        return status >= 500;
    }

    /** The most general problem of that HTTP status. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TIMEOUT;
            case 409 -> CONFLICT;
            case 410 -> GONE;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RANGE_NOT_SATISFIABLE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
        };
    }
}
