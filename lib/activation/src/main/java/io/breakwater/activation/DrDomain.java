package io.breakwater.activation;

import java.net.IDN;
import java.util.regex.Pattern;

/** The one rule for a DR domain: a host name, underscores allowed, no address, in ASCII. */
public final class DrDomain {

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?[0-9]+");

    private DrDomain() {}

    /**
     * The domain without final dot.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static String parse(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.chars().anyMatch(c -> c > 0x7F)) {
            throw new IllegalArgumentException("'" + name + "' is no host name in ASCII" + aLabel(name));
        }
        if (NUMBER_AT_END.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is an address or ends in a number: a host name is needed");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no host name");
        }
        return name;
    }

    private static String aLabel(String name) {
        try {
            return ": write " + IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return ": a host name is needed";
        }
    }
}
