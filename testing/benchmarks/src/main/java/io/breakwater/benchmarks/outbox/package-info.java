/** How long a committed event takes to reach a consumer, beside a bare ping on the same broker. */
package io.breakwater.benchmarks.outbox;
