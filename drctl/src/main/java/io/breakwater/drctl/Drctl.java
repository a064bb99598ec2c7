package io.breakwater.drctl;

import io.breakwater.drctl.centre.AgentCommand;
import io.breakwater.drctl.centre.DrCommand;
import io.breakwater.drctl.centre.ProvisioningKeyCommand;
import io.breakwater.drctl.completion.CompletionCommand;
import io.breakwater.drctl.record.RecordCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: commands, and what becomes of their failures. */
@Command(
        name = "drctl",
        mixinStandardHelpOptions = true,
        versionProvider = Drctl.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Disaster recovery from the command line: keys, records, who follows them.",
        subcommands = {
            RecordCommand.class,
            DrCommand.class,
            AgentCommand.class,
            ProvisioningKeyCommand.class,
            CompletionCommand.class
        })
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
            command.getErr()
                    .println("drctl: this is a defect of drctl, please report it: " + failure
                            + " (BREAKWATER_DEBUG=1 shows where)");
            if (System.getenv("BREAKWATER_DEBUG") != null) {
                failure.printStackTrace(command.getErr());
            }
        }
        return ExitCode.FAILED;
    }

    /** The version of the jar and the commit that it was built from. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            String version = Drctl.class.getPackage().getImplementationVersion();
            return new String[] {"drctl " + (version == null ? "(not packaged)" : version) + ", commit " + commit()};
        }

        private static String commit() throws IOException {
            Properties built = new Properties();
            try (InputStream file = Drctl.class.getResourceAsStream("version.properties")) {
                built.load(file);
            }
            String commit = built.getProperty("commit", "");
            return commit.matches("[0-9a-f]+") ? commit : "unknown"; // an archive of the sources has none
        }
    }
}
