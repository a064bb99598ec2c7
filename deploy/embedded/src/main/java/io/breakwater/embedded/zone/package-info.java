/**
 * A small authoritative DNS server for one zone, on dnsjava: UDP and TCP, EDNS, TSIG, dynamic updates (RFC 2136) and NOTIFY
 * (RFC 1996). And the client that sends such updates to this or any other server.
 */
package io.breakwater.embedded.zone;
