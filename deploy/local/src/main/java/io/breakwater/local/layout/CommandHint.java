package io.breakwater.local.layout;

/** Commands that people are told to type: the script as they called it, with the data directory when it is not the checkout's own. */
public final class CommandHint {
    /** System property with the script as it was called; the launcher script sets it. */
    public static final String PROPERTY = "breakwater.command";

    private CommandHint() {}

    /** @param command for example {@code down} or {@code logs kafka} */
    public static String of(DataDirectory directory, String command) {
        String script = quoted(System.getProperty(PROPERTY, "./breakwater"));
        return script + " " + command
                + (directory.isOfTheCheckout()
                        ? ""
                        : " --data " + quoted(directory.root().toString()));
    }

    /** As a shell takes it for one word. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
