/** A consumer that notes when a record arrived. */
package io.breakwater.benchmarks.bus;
