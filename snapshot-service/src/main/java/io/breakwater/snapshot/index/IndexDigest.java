package io.breakwater.snapshot.index;

/** Which index a group has now. @param digest SHA-256 of its exact octets, lower-case hex */
public record IndexDigest(String customerId, String groupId, String digest) {}
