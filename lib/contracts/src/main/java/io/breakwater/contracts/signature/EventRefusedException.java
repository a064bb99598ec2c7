package io.breakwater.contracts.signature;

/** An event is not believed. */
public final class EventRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public EventRefusedException(Refusal refusal) {
        super(refusal.reason(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
