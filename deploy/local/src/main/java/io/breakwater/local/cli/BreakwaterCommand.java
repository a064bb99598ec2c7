package io.breakwater.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
        name = "breakwater",
        description = "Breakwater on this machine: every service and agent a process of its own.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DrillCommand.class,
            FrontCommand.class,
            DemoCommand.class,
            HelpCommand.class
        },
        footer = {
            "  ctl     Keys, records and checks: ./breakwater ctl --help.",
            "  bench   Measurements: ./breakwater bench --help."
        })
public final class BreakwaterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }
}
