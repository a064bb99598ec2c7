package io.breakwater.controller.change;

import java.util.Optional;

/** Something of a tenant changed. */
public record Change(ChangeKind kind, String customerId) {
    private static final char SEPARATOR = ':';

    String payload() {
        return kind.name() + SEPARATOR + customerId;
    }

    static Optional<Change> of(String payload) {
        int separator = payload.indexOf(SEPARATOR);
        for (ChangeKind kind : ChangeKind.values()) {
            if (separator > 0 && kind.name().equals(payload.substring(0, separator))) {
                return Optional.of(new Change(kind, payload.substring(separator + 1)));
            }
        }
        return Optional.empty();
    }
}
