package io.breakwater.drctl.record;

import io.breakwater.drctl.explain.ExplainCommand;
import io.breakwater.drctl.vectors.CheckCommand;
import picocli.CommandLine.Command;

/** The group of commands about activation records. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keys, records and what they mean.",
        subcommands = {KeygenCommand.class, SignCommand.class, ExplainCommand.class, CheckCommand.class})
public final class RecordCommand {}
