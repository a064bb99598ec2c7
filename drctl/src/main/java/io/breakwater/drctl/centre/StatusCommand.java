package io.breakwater.drctl.centre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a tenant's mode and who follows it. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Mode, since when, who has acknowledged it and who is late, what dns-watcher saw last.",
            "Without dr-controller ask an agent: drctl agent show."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:It was told, whatever the mode.",
            "1:The centre does not answer, or refuses.",
            "2:Wrong arguments."
        })
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private CentreOptions centre;

    @Option(names = "--json", description = "As JSON: {state, convergence} as dr-controller tells them.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailedException {
        Centre signedIn = Centre.signIn(centre.deployment(System.getenv()));
        String path = "/api/v1/customers/" + signedIn.customerId() + "/dr";
        JsonNode state = signedIn.drController().get(path);
        JsonNode convergence = signedIn.drController().get(path + "/convergence");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.set("state", state);
            both.set("convergence", convergence);
            out.println(both.toPrettyString());
        } else {
            StatusText.lines(state, convergence).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
