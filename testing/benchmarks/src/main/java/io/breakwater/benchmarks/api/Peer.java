package io.breakwater.benchmarks.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmarks.api.Scenario.Request;
import io.breakwater.benchmarks.pgbench.StatementLog;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes, for each request, the script of the statements that it sends: what pgbench runs beside it. */
final class Peer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Numbers that no other transaction has. */
    private static final String FRESH = "\\set %s random(1000000000000000000, 9000000000000000000)%n";

    /** A parameter that is an event's identity. */
    private static final Pattern EVENT = Pattern.compile("U&'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'");

    private static final List<String> VARIABLES = List.of("id", "name", "event");

    private final RestClient api;
    private final String root;
    private final StatementLog log;
    private final Path directory;

    /** @param directory for the scripts, made when it is not there */
    Peer(RestClient api, String root, StatementLog log, Path directory) throws IOException {
        this.api = api;
        this.root = root;
        this.log = log;
        this.directory = Files.createDirectories(directory);
    }

    /** One script a variant. */
    List<Path> scripts(Scenario scenario) throws Exception {
        List<Path> scripts = new ArrayList<>();
        for (int variant = 0; variant < scenario.variants(); variant++) {
            int number = variant;
            StringBuilder script = new StringBuilder();
            if (scenario.writes()) {
                VARIABLES.forEach(name -> script.append(FRESH.formatted(name)));
            }
            String statements = log.script(() -> send(scenario.request(number)));
            script.append(EVENT.matcher(statements).replaceAll(":event"));
            Path file = directory.resolve(scenario.file() + "-" + variant + ".sql");
            scripts.add(Files.writeString(file, script));
        }
        return scripts;
    }

    /** The values that a new object has for itself. */
    private Map<String, String> send(Request request) throws IOException {
        if (request.isGet()) {
            require(api.get(root + request.path()));
            return Map.of();
        }
        Answer made = require(api.post(root + request.path(), JSON.readTree(request.body())));
        Map<String, String> variables = new HashMap<>();
        variables.put(made.text("id"), "id");
        variables.put(request.name(), "name");
        return variables;
    }

    private static Answer require(Answer answer) {
        if (!answer.isSuccess()) {
            throw new SuiteException("config-service refused: " + answer);
        }
        return answer;
    }
}
