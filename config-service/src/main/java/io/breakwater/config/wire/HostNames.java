package io.breakwater.config.wire;

import java.util.regex.Pattern;

/** What is a host name (RFC 1123), an IP address, a network. Pure; never asks DNS. */
public final class HostNames {
    private static final int LONGEST = 253;
    private static final Pattern HOST_LABELS = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.?");
    private static final Pattern DOMAIN_LABELS = Pattern.compile(
            "(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.?");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    private HostNames() {}

    /** The one form in which names of hosts and domains, and addresses, are kept and compared: without spaces around it or final dot. */
    public static String plain(String text) {
        String stripped = Scalars.stripped(text);
        return stripped.length() > 1 && stripped.endsWith(".")
                ? stripped.substring(0, stripped.length() - 1)
                : stripped;
    }

    /** With or without final dot; never what looks like an IPv4 address. */
    public static boolean isHostName(String text) {
        return text.length() <= LONGEST
                && !DIGITS_AND_DOTS.matcher(text).matches()
                && HOST_LABELS.matcher(text).matches();
    }

    /** As a host name, but underscores are allowed, as names inside of companies have them. */
    public static boolean isDomainName(String text) {
        return text.length() <= LONGEST
                && !DIGITS_AND_DOTS.matcher(text).matches()
                && DOMAIN_LABELS.matcher(text).matches();
    }

    public static boolean isIpAddress(String text) {
        return IPV4.matcher(text).matches() || isIpv6(text);
    }

    /** An address, a slash and a prefix length. */
    public static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return false;
        }
        String address = text.substring(0, slash);
        int length = Integer.parseInt(text.substring(slash + 1));
        return isIpAddress(address) && length <= (address.indexOf(':') < 0 ? 32 : 128);
    }

    private static boolean isIpv6(String text) {
        if (!IPV6.matcher(text).matches() || text.indexOf(':') < 0) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::") || text.contains(":::")) {
            return false;
        }
        int groups = gap < 0 ? groups(text) : groups(text.substring(0, gap)) + groups(text.substring(gap + 2));
        return groups >= 0 && (gap < 0 ? groups == 8 : groups <= 7);
    }

    /** How many 16-bit groups, an IPv4 tail counting as two; far below zero when one is none. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        String[] groups = part.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            boolean tail = i == groups.length - 1 && IPV4.matcher(groups[i]).matches();
            if (!tail && !groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                return -100;
            }
            count += tail ? 2 : 1;
        }
        return count;
    }
}
