package io.breakwater.snapshot.capture;

/**
 * Which revisions of a tenant's configuration are known.
 *
 * @param told the newest that was told of
 * @param captured the last that was captured, or -1
 */
public record CaptureStanding(String customerId, long told, long captured) {}
