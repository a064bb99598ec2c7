package io.breakwater.config.audit;

/**
 * Who acted.
 *
 * @param id of the client, or null for the service itself
 * @param role of its token, or null
 * @param address it came from, or null
 */
public record Actor(String id, String role, String address) {
    /** The service itself: by a schedule, or on an event. */
    public static final Actor SELF = new Actor(null, null, null);
}
