package io.breakwater.benchmarks.report;

/**
 * What a load came to.
 *
 * @param latencies of each request
 * @param perSecond requests answered in a second
 */
public record Measured(Samples latencies, double perSecond) {}
