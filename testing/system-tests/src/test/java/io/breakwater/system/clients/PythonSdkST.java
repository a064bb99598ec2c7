package io.breakwater.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.front.Front;
import io.breakwater.system.FreshTenant;
import io.breakwater.system.Program;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Python client, as its publisher ships it, creates, reads, updates, searches, pages and deletes every resource. */
@ExtendWith(SuiteExtension.class)
class PythonSdkST {
    /** The modules of {@code python-sdk/groups}, in the order in which they run. */
    private static final List<String> GROUPS = List.of(
            "sign_in_forms",
            "servers",
            "server_groups",
            "segment_groups",
            "applications",
            "connector_groups",
            "connectors",
            "edge_groups",
            "edges",
            "provisioning_keys",
            "certificates",
            "version_profiles",
            "wire_forms",
            "recorded",
            "microtenants",
            "administrators",
            "roles",
            "api_keys",
            "private_keys",
            "customer",
            "schedules",
            "trusted_networks",
            "own_certificates",
            "version_profile_of_tenant",
            "dr_continuity",
            "application_extras");

    private static final int FEWEST_CHECKS = 1800;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private final RunningSuite suite;

    PythonSdkST(RunningSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "oneapi"})
    @DisplayName("the official Python client finds nothing that differs from ZPA, with either sign-in")
    void officialPythonClientWorksUnchanged(String generation) throws IOException, InterruptedException {
        JsonNode report = drive(generation, GROUPS, Map.of());

        assertThat(failures(report)).isEmpty();
        assertThat(report.path("passed").asInt()).isGreaterThan(FEWEST_CHECKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy_production", "oneapi_production"})
    @DisplayName("nor does it when it is led here from ZPA's own addresses and is told nothing at all")
    void officialPythonClientWorksBehindTheFront(String generation) throws IOException, InterruptedException {
        Path authority = directory.resolve("ca.pem");
        URI configService = suite.processes().url(LocalSuite.CONFIG_SERVICE);
        JsonNode report;
        try (Front front = Front.start(configService, 0, authority)) {
            Map<String, String> led = Map.of(
                    "HTTPS_PROXY", front.url().toString(),
                    "REQUESTS_CA_BUNDLE", authority.toString());
            report = drive(generation, List.of("servers", "version_profiles"), led);
        }

        assertThat(failures(report)).isEmpty();
        assertThat(report.path("passed").asInt()).isGreaterThan(100);
    }

    private JsonNode drive(String generation, List<String> groups, Map<String, String> more)
            throws IOException, InterruptedException {
        PythonTools tools = PythonTools.in("python-sdk");
        FreshTenant tenant = FreshTenant.make(suite, "python-" + generation.replace('_', '-'));
        List<String> command = new ArrayList<>(List.of(tools.python(), "drive.py", generation));
        command.addAll(groups);

        Map<String, String> environment = new HashMap<>(tenant.environment());
        environment.putAll(more);

        Program run = tools.run(environment, tools.directory().resolve(generation + ".log"), LIMIT, command);

        assertThat(run.lastLine()).as(run.output()).startsWith("{");
        return new ObjectMapper().readTree(run.lastLine());
    }

    private static Stream<String> failures(JsonNode report) {
        return StreamSupport.stream(report.path("failures").spliterator(), false)
                .map(failure -> "%s: %s: %s"
                        .formatted(
                                failure.path("scenario").asText(),
                                failure.path("check").asText(),
                                failure.path("seen").asText()));
    }
}
