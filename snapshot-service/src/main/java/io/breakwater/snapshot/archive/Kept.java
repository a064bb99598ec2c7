package io.breakwater.snapshot.archive;

/**
 * What became of a group's content.
 *
 * @param created whether there is a new snapshot; false: the newest one says the same and was verified
 * @param name of the snapshot that holds the content
 */
public record Kept(String groupId, boolean created, String name) {}
