package io.breakwater.drctl.centre;

import picocli.CommandLine.Command;

/** The group of commands about the state of disaster recovery. */
@Command(
        name = "dr",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The state of disaster recovery, as dr-controller knows it.",
        subcommands = StatusCommand.class)
public final class DrCommand {}
