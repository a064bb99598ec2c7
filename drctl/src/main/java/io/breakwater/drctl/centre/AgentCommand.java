package io.breakwater.drctl.centre;

import picocli.CommandLine.Command;

/** The group of commands about one agent. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "An agent on this machine, asked on its operator port.",
        subcommands = AgentShowCommand.class)
public final class AgentCommand {}
