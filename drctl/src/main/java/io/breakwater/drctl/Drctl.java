package io.breakwater.drctl;

import io.breakwater.drctl.record.RecordCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: commands, and what becomes of their failures. */
@Command(
        name = "drctl",
        mixinStandardHelpOptions = true,
        versionProvider = Drctl.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Disaster recovery from the command line: keys and records.",
        subcommands = RecordCommand.class)
public final class Drctl {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The program, ready to be executed; its streams may be replaced. */
    public static CommandLine commandLine() {
        CommandLine program = new CommandLine(new Drctl());
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setParameterExceptionHandler(Drctl::wrongArguments);
        program.setExecutionExceptionHandler(Drctl::failed);
        return program;
    }

    private static int wrongArguments(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("drctl: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_ARGUMENTS;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof CommandFailedException) {
            command.getErr().println("drctl: " + failure.getMessage());
        } else {
            command.getErr().println("drctl: this is a defect of drctl, please report it");
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.FAILED;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Drctl.class.getPackage().getImplementationVersion();
            return new String[] {"drctl " + (version == null ? "(not packaged)" : version)};
        }
    }
}
