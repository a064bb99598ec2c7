package io.breakwater.platform.owner;

import java.util.concurrent.TimeoutException;

/** What a person is told of a failed run: the texts of this package, and of foreign ones nothing but that it failed. */
final class ResyncFailures {
    private ResyncFailures() {}

    static String told(Throwable failure) {
        boolean ours = failure instanceof OwnerAnswerException
                || failure instanceof OwnerTooLargeException
                || failure instanceof OwnerUnavailableException
                || failure instanceof TimeoutException;
        return ours ? failure.getMessage() : "it failed; the service's log says why";
    }
}
