package io.breakwater.platform.problem;

/**
 * A number in the query string. JAX-RS would answer one that cannot be read with 404; the caller is better served by being told which
 * parameter is wrong.
 */
public final class QueryNumber {
    private QueryNumber() {}

    /**
     * @param text as it came, or null when it did not
     * @return the number, or {@code absent} when it did not come
     * @throws ProblemException when it is no number or lies outside of the range
     */
    public static long read(String parameter, String text, long absent, long least, long most) {
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refusal(parameter, least, most);
        }
        throw refusal(parameter, least, most);
    }

    private static ProblemException refusal(String parameter, long least, long most) {
        return ProblemException.field(
                parameter, "The parameter " + parameter + " is a number from " + least + " to " + most + ".");
    }
}
