package io.breakwater.agent.snapshot;

/**
 * How large a snapshot may be.
 *
 * @param octets of all its files, on the disk
 * @param configurationOctets of one configuration file, for those come into memory
 * @param segments application segments in it
 */
public record SnapshotLimits(long octets, long configurationOctets, int segments) {
    private static final int PART_OF_THE_HEAP = 16;

    /** Of one configuration file, when a heap must bear two configurations at a time during a restart. */
    public static long configurationOctets(long heapOctets) {
        return heapOctets / PART_OF_THE_HEAP;
    }
}
