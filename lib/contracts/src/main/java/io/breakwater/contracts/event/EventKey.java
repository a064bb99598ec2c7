package io.breakwater.contracts.event;

/**
 * A public key by which a producer's events are known. Agents get them when they enrol and with each snapshot index, never from the bus.
 *
 * @param producer name of the service, such as {@code dns-watcher}
 * @param pem SubjectPublicKeyInfo, Ed25519
 */
public record EventKey(String producer, String pem) {
    public EventKey {
        Present.require("producer", producer);
        Present.require("pem", pem);
    }
}
