/** What is measured, and how: {@code ./breakwater bench …}. No test fails on a time. */
package io.breakwater.benchmarks;
