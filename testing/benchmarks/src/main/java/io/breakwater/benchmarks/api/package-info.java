/** How fast the management API of a large tenant is, beside the same SQL run by pgbench. */
package io.breakwater.benchmarks.api;
