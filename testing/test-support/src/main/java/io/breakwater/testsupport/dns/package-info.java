/** DNS servers for tests: our own small one, and the system's BIND and Knot as child processes. */
package io.breakwater.testsupport.dns;
