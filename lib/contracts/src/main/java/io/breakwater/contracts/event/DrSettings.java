package io.breakwater.contracts.event;

import java.util.List;

/**
 * A tenant's disaster-recovery settings, whole: what is needed to look its record up and to judge it. Also part of the signed snapshot
 * index, from which agents take it.
 *
 * @param revision grows with each change of the tenant's configuration; an older one never replaces a newer one
 * @param domain the DR domain, without final dot, or null when none is set yet
 * @param publicKeys the keys that may sign; empty: unsigned records count
 * @param maxAuthenticationAgeSeconds how long a sign-in counts as valid during DR, from the sign-in
 * @param replay {@code strict} or {@code window-only}
 * @param absence {@code keep} or {@code off-after:<ISO 8601 duration>}
 * @param compatSignedText whether a signature over the text without its final separator counts too
 * @param lookup how the authorities are found and asked
 */
public record DrSettings(
        String customerId,
        long revision,
        String domain,
        List<DrPublicKey> publicKeys,
        long maxAuthenticationAgeSeconds,
        String replay,
        String absence,
        boolean compatSignedText,
        DnsLookup lookup) {
    public DrSettings {
        Present.require("customerId", customerId);
        Present.require("publicKeys", publicKeys);
        Present.require("replay", replay);
        Present.require("absence", absence);
        Present.require("lookup", lookup);
        Bounded.text("customerId", customerId, 64);
        Bounded.text("domain", domain, 256);
        Bounded.items("publicKeys", publicKeys, 100);
        Bounded.items("lookup.servers", lookup.servers(), 100);
    }

    /**
     * @param id chosen by config-service
     * @param fingerprint SHA-256 of the SubjectPublicKeyInfo, lower-case hex
     * @param pem SubjectPublicKeyInfo
     */
    public record DrPublicKey(String id, String fingerprint, String pem) {}

    /**
     * @param mode {@code authoritative}: ask the zone's name servers themselves; {@code recursive}: ask the given or the system's resolvers
     * @param servers {@code host:port} of the servers to ask instead of the discovered ones; empty: discover
     */
    public record DnsLookup(String mode, List<String> servers) {}
}
