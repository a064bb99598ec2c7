package io.breakwater.snapshot.archive;

/**
 * A file of a snapshot, without its octets.
 *
 * @param size in octets
 * @param digest SHA-256, lower-case hex
 */
public record StoredFile(long id, long size, String digest) {}
