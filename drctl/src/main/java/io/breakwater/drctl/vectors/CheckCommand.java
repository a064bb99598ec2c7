package io.breakwater.drctl.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.InputFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a file of vectors. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Run a file of test vectors: a line for each one that fails, then 'N passed, M failed'.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:All passed.", "1:Some failed, or the file cannot be read.", "2:Wrong arguments."})
public final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "Vectors in the form of activation-vectors.json; - reads standard input.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailedException {
        VectorFile file = VectorFile.parse(InputFile.read(name, StandardCharsets.UTF_8));
        VectorCheck check = new VectorCheck(file);
        PrintWriter out = spec.commandLine().getOut();
        int passed = 0;
        int failed = 0;
        for (JsonNode vector : file.vectors().toList()) {
            Optional<String> failure = check.failure(vector);
            if (failure.isPresent()) {
                failed++;
                out.println("FAILED " + vector.path("id").asText("?") + " "
                        + vector.path("title").asText("") + ": " + failure.get());
            } else {
                passed++;
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
