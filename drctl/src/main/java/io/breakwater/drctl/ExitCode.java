package io.breakwater.drctl;

/** What the program tells its caller. Documented in the README and in each command's help: never to be changed. */
public final class ExitCode {

    public static final int OK = 0;
    /** Something could not be read, written or done; the message says what. */
    public static final int FAILED = 1;
    /** The arguments make no sense; nothing was done. */
    public static final int WRONG_ARGUMENTS = 2;

    /** {@code record explain}: a valid activation starts later. */
    public static final int PENDING = 3;
    /** {@code record explain}: the newest activation has ended. */
    public static final int EXPIRED = 4;
    /** {@code record explain}: no record is there for us. */
    public static final int NONE = 5;
    /** {@code record explain}: the record cannot be believed. */
    public static final int HOLD = 6;
    /** {@code record explain}: the look-up failed; nothing is known. */
    public static final int UNAVAILABLE = 7;

    private ExitCode() {}
}
