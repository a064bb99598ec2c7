/** HTTP/1.1 load over kept connections, with as little work on this side as possible: it shares its cores with what it measures. */
package io.breakwater.benchmarks.http;
