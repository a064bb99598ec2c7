package io.breakwater.local.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts as wide as the terminal. */
public final class HelpWidth {
    private static final int WIDEST = 110;

    /** The least that the library's own layout can do with. */
    private static final int NARROWEST = 55;

    /** Columns of the heading before the synopsis. */
    private static final int USAGE = "Usage: ".length();

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
            line.setHelpSectionMap(narrow(line.getHelpSectionMap(), columns));
        }
    }

    /** Each name on a line of its own, what it means below it. */
    private static Map<String, IHelpSectionRenderer> narrow(Map<String, IHelpSectionRenderer> library, int columns) {
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(library);
        sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> wrapped(one(help.synopsis(0)), columns - USAGE, 2));
        sections.put(
                UsageMessageSpec.SECTION_KEY_HEADER,
                help -> Arrays.stream(help.commandSpec().usageMessage().header())
                        .map(paragraph -> wrapped(paragraph, columns, 0))
                        .collect(Collectors.joining()));
        sections.put(
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                help -> Arrays.stream(help.commandSpec().usageMessage().description())
                        .map(paragraph -> wrapped(paragraph, columns, 0))
                        .collect(Collectors.joining()));
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, help -> parameters(help.commandSpec(), columns));
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(help.commandSpec(), columns));
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help, columns));
        sections.put(
                UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
                help -> help.commandSpec().usageMessage().exitCodeList().entrySet().stream()
                        .map(code -> entry(code.getKey(), columns, code.getValue()))
                        .collect(Collectors.joining()));
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> Arrays.stream(help.commandSpec().usageMessage().footer())
                        .map(paragraph -> wrapped(paragraph, columns, 6))
                        .collect(Collectors.joining()));
        return sections;
    }

    private static String parameters(CommandSpec command, int columns) {
        return command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .map(parameter -> entry(parameter.paramLabel(), columns, parameter.description()))
                .collect(Collectors.joining());
    }

    private static String options(CommandSpec command, int columns) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> entry(
                        String.join(", ", option.names()) + (option.arity().max() > 0 ? " " + option.paramLabel() : ""),
                        columns,
                        option.description()))
                .collect(Collectors.joining());
    }

    private static String commands(Help help, int columns) {
        return help.subcommands().entrySet().stream()
                .map(command -> entry(
                        command.getKey(),
                        columns,
                        command.getValue().commandSpec().usageMessage().description()))
                .collect(Collectors.joining());
    }

    private static String entry(String name, int columns, String... meaning) {
        String text = one(String.format(String.join(" ", meaning)));
        return wrapped("  " + name, columns, 4) + wrapped("      " + text, columns, 6);
    }

    private static String wrapped(String text, int columns, int indent) {
        return Wrapped.text(String.format(text).stripTrailing(), columns, indent) + "\n";
    }

    /** On one line. */
    private static String one(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
