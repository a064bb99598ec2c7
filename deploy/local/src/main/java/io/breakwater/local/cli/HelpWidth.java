package io.breakwater.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts as wide as the terminal. */
public final class HelpWidth {
    private static final int WIDEST = 110;

    /** The least that the library's own layout can do with. */
    private static final int NARROWEST = 55;

    private HelpWidth() {}

    /** As wide as the terminal is, and 80 columns where there is none. */
    public static void fit(CommandLine line) {
        fit(line, Wrapped.columns());
    }

    static void fit(CommandLine line, int columns) {
        if (columns == 0) {
            return;
        }
        line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(columns, WIDEST)));
        if (columns < NARROWEST) {
            narrow(line, columns);
        }
    }

    /** An option on a line of its own, what it means below it. */
    private static void narrow(CommandLine line, int columns) {
        line.getSubcommands().values().forEach(command -> narrow(command, columns));
        line.setUsageHelpLongOptionsMaxWidth(20);
        var sections = line.getHelpSectionMap();
        sections.replaceAll((key, section) -> help -> Wrapped.text(section.render(help), columns, 2));
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(line, columns));
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(line, columns));
        line.setHelpSectionMap(sections);
    }

    private static String options(CommandLine line, int columns) {
        StringBuilder text = new StringBuilder();
        line.getCommandSpec().options().stream().filter(option -> !option.hidden()).forEach(option -> {
            String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
            entry(text, String.join(", ", option.names()) + label, String.join(" ", option.description()), columns);
        });
        return text.toString();
    }

    private static String commands(CommandLine line, int columns) {
        StringBuilder text = new StringBuilder();
        line.getSubcommands()
                .forEach((name, command) -> entry(
                        text,
                        name,
                        String.join(" ", command.getCommandSpec().usageMessage().description()),
                        columns));
        return text.toString();
    }

    private static void entry(StringBuilder text, String name, String meaning, int columns) {
        text.append(Wrapped.text("  " + name, columns, 4)).append('\n');
        text.append(Wrapped.text("      " + meaning, columns, 6)).append('\n');
    }
}
