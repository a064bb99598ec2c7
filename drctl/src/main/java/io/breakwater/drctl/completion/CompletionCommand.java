package io.breakwater.drctl.completion;

import io.breakwater.drctl.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print the completion script of a shell.",
            "bash, zsh: source <(drctl completion bash). fish: drctl completion fish | source."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:It was printed.", "2:Wrong arguments."})
public final class CompletionCommand implements Callable<Integer> {
    /** The shells. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        switch (shell) {
            // The script for bash loads zsh's bashcompinit by itself.
            case BASH, ZSH -> out.println(AutoComplete.bash(spec.root().name(), program));
            case FISH -> out.print(FishCompletion.of(program));
        }
        return ExitCode.OK;
    }
}
