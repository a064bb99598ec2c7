/** How long a change of the record takes to reach the bus and each agent. */
package io.breakwater.benchmarks.switching;
