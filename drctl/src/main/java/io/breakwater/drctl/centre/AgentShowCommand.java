package io.breakwater.drctl.centre;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.drctl.CommandFailedException;
import io.breakwater.drctl.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks an agent for its mode. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "The agent's mode, why it is in it, its snapshot and what is wrong, as it tells itself.",
            "The operator port answers on the agent's own machine, whatever else is dead."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:The agent answered.", "1:It does not answer.", "2:Wrong arguments."})
final class AgentShowCommand implements Callable<Integer> {
    /** Where a connector and an edge answer. */
    private static final List<String> PREFIXES = List.of("/assistant/zpn_dr/", "/zpn/zpn_dr/");

    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            required = true,
            description = "The operator port: 9000 on a connector, 8500 on an edge, unless set.")
    private int port;

    @Option(names = "--json", description = "As JSON, as the agent tells it.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailedException {
        if (port < 1 || port > LARGEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port: " + port + " is no port");
        }
        JsonNode mode = ask();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(mode.toPrettyString());
        } else {
            lines("", mode).forEach(out::println);
        }
        return ExitCode.OK;
    }

    private JsonNode ask() throws CommandFailedException {
        Rest agent = new Rest("the agent", URI.create("http://127.0.0.1:" + port), null);
        CommandFailedException refused = null;
        for (String prefix : PREFIXES) {
            try {
                return agent.get(prefix + "show_mode");
            } catch (CommandFailedException e) {
                refused = e;
            }
        }
        throw refused;
    }

    /** Every field that says something, in the agent's order. */
    private static List<String> lines(String indent, JsonNode object) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
                continue;
            }
            if (value.isObject()) {
                lines.add(indent + field.getKey());
                lines.addAll(lines(indent + "  ", value));
            } else if (value.isArray()) {
                lines.add(indent + field.getKey());
                value.forEach(
                        item -> lines.add(indent + "  " + (item.isValueNode() ? item.asText() : item.toString())));
            } else {
                lines.add(String.format("%s%-18s %s", indent, field.getKey(), value.asText()));
            }
        }
        return lines;
    }
}
