/**
 * A small authoritative DNS server for one zone, on dnsjava: UDP and TCP, EDNS, TSIG (RFC 8945), dynamic updates (RFC 2136), transfers
 * (RFC 5936, RFC 1995) and NOTIFY (RFC 1996). And the client that sends such updates to this or any other server.
 */
package io.breakwater.embedded.zone;
