package io.breakwater.platform.owner;

import java.util.concurrent.TimeoutException;

/** What a person is told of a failed run: the texts of this package, and of foreign ones nothing but that it failed. */
final class ResyncFailures {
    private ResyncFailures() {}

    static String told(Throwable failure) {
        return isOurs(failure) ? failure.getMessage() : "it failed; the service's log says why";
    }

    /** For the log: of a foreign failure its kind, never its text. */
    static String logged(Throwable failure) {
        return isOurs(failure) ? failure.getMessage() : failure.getClass().getSimpleName();
    }

    private static boolean isOurs(Throwable failure) {
        return failure instanceof OwnerAnswerException
                || failure instanceof OwnerTooLargeException
                || failure instanceof OwnerUnavailableException
                || failure instanceof TimeoutException;
    }
}
