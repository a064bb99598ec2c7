package io.breakwater.platform.events;

/** An event that can never be processed. The message becomes the dead letter's reason: it says what is wrong and repeats no payload. */
public class PoisonEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PoisonEventException(String reason) {
        super(reason);
    }
}
