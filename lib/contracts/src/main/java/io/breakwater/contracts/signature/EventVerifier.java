package io.breakwater.contracts.signature;

/** Verifies services' events by keys that are at hand: for agents. Safe for threads when the keys are. */
public final class EventVerifier {
    private final ProducerKeys keys;

    public EventVerifier(ProducerKeys keys) {
        this.keys = keys;
    }

    /** Returns when the event is genuine. Call it before decoding, for tombstones too. */
    public void verify(ReceivedEvent event) throws EventRefusedException {
        Claim claim = Claim.of(event);
        VerificationKey key = keys.find(claim.producer(), claim.keyId())
                .orElseThrow(() -> new EventRefusedException(Refusal.FOREIGN_KEY));
        claim.verify(key);
    }
}
