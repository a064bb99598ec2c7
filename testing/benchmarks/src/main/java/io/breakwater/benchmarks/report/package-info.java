/** What a benchmark prints: a table for people, then the same as JSON lines. */
package io.breakwater.benchmarks.report;
