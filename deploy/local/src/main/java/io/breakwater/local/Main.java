package io.breakwater.local;

import io.breakwater.embedded.process.ServerStartException;
import io.breakwater.local.cli.BreakwaterCommand;
import io.breakwater.local.cli.HelpWidth;
import io.breakwater.local.http.UnreachableException;
import picocli.CommandLine;

/** The program behind {@code ./breakwater}. Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 {@code status}: does not run. */
public final class Main {
    /** Environment variable that wants stack traces. */
    private static final String DEBUG = "BREAKWATER_DEBUG";

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

    /** What we did not foresee is still told in a line: a stack trace helps only those who know the sources. */
    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv(DEBUG) != null) {
            e.printStackTrace(command.getErr());
        } else if (isForeseen(e)) {
            command.getErr().println("breakwater: " + e.getMessage());
        } else {
            command.getErr()
                    .println("breakwater: this should not happen: " + e + " (the stack trace: set " + DEBUG
                            + "=1 and try again)");
        }
        return 1;
    }

    private static boolean isForeseen(Exception e) {
        return e instanceof SuiteException || e instanceof ServerStartException || e instanceof UnreachableException;
    }
}
