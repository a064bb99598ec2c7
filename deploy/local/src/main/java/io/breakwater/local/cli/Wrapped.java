package io.breakwater.local.cli;

/** Text broken at spaces to fit the terminal. What has no space in it, as addresses and paths, stays whole so that it can be copied. */
final class Wrapped {
    private static final int NARROWEST = 20;

    private Wrapped() {}

    /** The width of the terminal as the environment variable {@code COLUMNS} tells; 0: not known, or no terminal. */
    static int columns() {
        String given = System.getenv("COLUMNS");
        if (given == null || !given.matches("[0-9]{1,5}")) {
            return 0;
        }
        int columns = Integer.parseInt(given);
        return columns == 0 ? 0 : Math.max(columns, NARROWEST);
    }

    /**
     * @param columns 0: nothing is broken
     * @param indent of all lines but the first
     */
    static String text(String text, int columns, int indent) {
        if (columns == 0) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (all.length() > 0) {
                all.append('\n');
            }
            wrap(all, line, columns, indent);
        }
        return all.toString();
    }

    private static void wrap(StringBuilder all, String line, int columns, int indent) {
        String rest = line;
        while (rest.length() > columns) {
            int leading = rest.length() - rest.stripLeading().length();
            int at = rest.lastIndexOf(' ', columns);
            if (at <= leading) {
                at = rest.indexOf(' ', Math.max(leading, columns)); // one long word
            }
            if (at < 0) {
                break;
            }
            all.append(rest, 0, at).append('\n');
            rest = " ".repeat(indent) + rest.substring(at).stripLeading();
        }
        all.append(rest);
    }
}
