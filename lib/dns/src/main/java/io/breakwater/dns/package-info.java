/**
 * DNS look-ups behind one port: {@link io.breakwater.dns.DnsLookups}. Whoever needs a record, an address or a zone's authorities asks
 * it and gets a sealed result that keeps the three cases apart that disaster recovery lives on: found, denied, and not known. dnsjava
 * stands behind it and shows nowhere outside this package. Plain Java; nothing here knows what an activation record is.
 */
package io.breakwater.dns;
