package io.breakwater.contracts.signature;

/** Why an event is not believed. */
public enum Refusal {
    TOO_LARGE("too-large", "it is larger than breakwater.events.limits allows"),
    UNSIGNED("unsigned", "it has no signature (header " + EventSigner.HEADER + ")"),
    MALFORMED("malformed-signature", "its signature is not a detached JWS of ours"),
    FOREIGN_TOPIC("foreign-topic", "its topic is none of the suite's"),
    FOREIGN_TYPE("foreign-type", "its type does not travel on this topic"),
    FOREIGN_PRODUCER("foreign-producer", "its source may not say this on this topic about this key"),
    FOREIGN_KEY("foreign-key", "its signature is by a key that is not one of its source's"),
    ALTERED("altered", "its signature does not fit: something was altered"),
    OTHER_SUBJECT("other-subject", "its ce_subject is not its key, or its payload speaks about somebody else"),
    AHEAD("ahead", "its ce_time is further ahead of this clock than breakwater.events.max-ahead"),
    REPEATED("repeated", "its signer's counter did not grow");

    private final String label;
    private final String reason;

    Refusal(String label, String reason) {
        this.label = label;
        this.reason = reason;
    }

    /** For metrics. */
    public String label() {
        return label;
    }

    /** For people; repeats nothing of the event. */
    public String reason() {
        return reason;
    }
}
