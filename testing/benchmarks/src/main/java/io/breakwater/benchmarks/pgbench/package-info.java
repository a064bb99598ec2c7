/** The peer of the management API: the statements that a request sends, taken from PostgreSQL's own log, run by pgbench. */
package io.breakwater.benchmarks.pgbench;
