package io.breakwater.outbox.relay;

import java.util.List;

/**
 * What became of the events of one key, in their order: some sent, then perhaps one refused for good and more sent, then perhaps one
 * that failed; those behind it were not tried.
 */
record Outcome(List<UnsentEvent> sent, List<Failure> refused, Failure failed) {
    /** @param reason the failure's class name: messages may hold payload */
    record Failure(UnsentEvent event, String reason) {}
}
