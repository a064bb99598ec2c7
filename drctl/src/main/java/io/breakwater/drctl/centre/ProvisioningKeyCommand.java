package io.breakwater.drctl.centre;

import picocli.CommandLine.Command;

/** The group of commands about provisioning keys. */
@Command(
        name = "provisioning-key",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keys that enrol agents into a group.",
        subcommands = NewProvisioningKeyCommand.class)
public final class ProvisioningKeyCommand {}
