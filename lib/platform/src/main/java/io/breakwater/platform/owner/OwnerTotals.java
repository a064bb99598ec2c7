package io.breakwater.platform.owner;

/**
 * How much a table held.
 *
 * @param items that were read
 * @param unreadable entries that could not be read and were left out
 */
public record OwnerTotals(long items, long unreadable) {}
