package io.breakwater.config.wire;

/** A flag of the query. Pure. */
public final class QueryFlag {
    private QueryFlag() {}

    /** Absent is false. @throws io.breakwater.platform.problem.ProblemException for what is neither true nor false */
    public static boolean read(String name, String text) {
        if (text == null) {
            return false;
        }
        try {
            return new FlagType().parse(text.trim());
        } catch (ValueRefused e) {
            throw Refusal.invalid(name, e.getMessage());
        }
    }
}
