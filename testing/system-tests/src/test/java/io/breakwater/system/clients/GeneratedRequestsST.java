package io.breakwater.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.LocalSuite;
import io.breakwater.system.FreshTenant;
import io.breakwater.system.Program;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests that schemathesis makes up from config-service's OpenAPI document, with the rights of an API key. The environment variable
 * {@code BREAKWATER_SEED} repeats a run, or makes another one.
 */
@ExtendWith(SuiteExtension.class)
class GeneratedRequestsST {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final RunningSuite suite;

    GeneratedRequestsST(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    @DisplayName("5,000 generated requests get no 5xx, no undocumented status and no body that breaks its schema")
    void everyAnswerIsDocumented() throws IOException, InterruptedException {
        PythonTools tools = PythonTools.in("generated-requests");
        Path directory = Files.createDirectories(tools.directory().resolve("run"));
        Map<String, String> environment =
                new HashMap<>(FreshTenant.make(suite, "generated").environment());
        environment.put(
                "BREAKWATER_OPENAPI",
                suite.processes()
                        .management(LocalSuite.CONFIG_SERVICE)
                        .base()
                        .resolve("/q/openapi")
                        .toString());

        Program run = tools.run(
                environment,
                tools.directory().resolve("run.log"),
                LIMIT,
                List.of(tools.python(), "generate.py", directory.toString()));

        assertThat(run.lastLine()).as(run.output()).startsWith("{");
        JsonNode summary = new ObjectMapper().readTree(run.lastLine());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(summary.path("cases").asInt()).isGreaterThanOrEqualTo(5000);
        assertThat(summary.path("statuses").fieldNames()).toIterable().allMatch(status -> status.compareTo("500") < 0);
    }
}
