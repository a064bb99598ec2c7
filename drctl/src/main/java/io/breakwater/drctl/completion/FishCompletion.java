package io.breakwater.drctl.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish (fishshell.com, "Writing your own completions"). Pure. */
final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandLine root) {
        FishCompletion completion = new FishCompletion(root.getCommandName());
        completion.script.append("complete -c ").append(completion.program).append(" -f\n");
        completion.add(root, List.of());
        return completion.script.toString();
    }

    private void add(CommandLine command, List<String> path) {
        String condition = condition(command, path);
        command.getSubcommands().forEach((name, subcommand) -> {
            line(
                    condition,
                    "-a " + name,
                    description(subcommand.getCommandSpec().usageMessage().description()));
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            add(subcommand, deeper);
        });
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                line(condition, names(option), description(option.description()));
            }
        }
    }

    /** The words of the path stand there, and none of the words that could follow. */
    private static String condition(CommandLine command, List<String> path) {
        List<String> conditions = new ArrayList<>();
        path.forEach(word -> conditions.add("__fish_seen_subcommand_from " + word));
        if (!command.getSubcommands().isEmpty()) {
            conditions.add("not __fish_seen_subcommand_from "
                    + String.join(" ", command.getSubcommands().keySet()));
        }
        return String.join("; and ", conditions);
    }

    private static String names(OptionSpec option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            names.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
        }
        boolean takesFile = option.paramLabel().matches("FILE|DIR");
        return String.join(" ", names) + (option.arity().max() > 0 ? " -r" : "") + (takesFile ? " -F" : "");
    }

    private void line(String condition, String what, String description) {
        script.append("complete -c ")
                .append(program)
                .append(" -n '")
                .append(condition)
                .append("' ")
                .append(what)
                .append(" -d '")
                .append(description.replace("\\", "\\\\").replace("'", "\\'"))
                .append("'\n");
    }

    private static String description(String... lines) {
        return lines.length == 0 ? "" : lines[0].replaceAll("%n", " ").strip();
    }
}
