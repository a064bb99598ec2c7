package io.breakwater.local;

import io.breakwater.embedded.process.ServerStartException;
import io.breakwater.local.cli.BreakwaterCommand;
import io.breakwater.local.cli.HelpWidth;
import io.breakwater.local.http.UnreachableException;
import picocli.CommandLine;

/** The program behind {@code ./breakwater}. Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 {@code status}: does not run. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new BreakwaterCommand());
        line.setCommandName("breakwater");
        line.setExecutionExceptionHandler(Main::failed);
        HelpWidth.fit(line);
        return line;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof SuiteException || e instanceof ServerStartException || e instanceof UnreachableException) {
            command.getErr().println("breakwater: " + e.getMessage());
            return 1;
        }
        throw e;
    }
}
