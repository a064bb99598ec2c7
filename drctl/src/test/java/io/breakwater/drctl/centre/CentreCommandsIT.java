package io.breakwater.drctl.centre;

import static io.breakwater.drctl.Run.drctl;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("drctl asks the centre")
class CentreCommandsIT {
    private static final String STATE = """
            {"domain":"dr.example.com","mode":"ACTIVE","since":"2026-12-01T10:00:00.5Z","x":1796153608,
             "held":{"reason":"REPLAY","since":"2026-12-01T10:01:00Z"},
             "lastObserved":{"seenAt":"2026-12-01T10:02:00Z","trigger":"NOTIFY","verdict":"HOLD","reason":"REPLAY"}}""";
    private static final String CONVERGENCE = """
            {"acknowledged":1,"expected":2,"agents":[
             {"name":"one","mode":"ACTIVE","acknowledged":true,"millis":12},
             {"name":"two","mode":"NORMAL","acknowledged":false,"late":true,"lastSeen":"2026-12-01T09:00:00Z","lastError":"no DNS"}]}""";

    @TempDir
    Path directory;

    private FakeServers servers;

    @BeforeEach
    void start() throws IOException {
        servers = new FakeServers()
                .answers("GET /api/v1/customers/7/dr", STATE)
                .answers("GET /api/v1/customers/7/dr/convergence", CONVERGENCE);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    @DisplayName("for the mode, since when, who follows and who is late, and what was seen last")
    void status() throws IOException {
        Run run = drctl(servers.options(directory, "dr", "status"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "dr.example.com",
                        "ACTIVE since 2026-12-01T10:00:00Z",
                        "held      REPLAY",
                        "1 of 2 have acknowledged")
                .contains("two, NORMAL, LATE, last heard of at 2026-12-01T09:00:00Z: no DNS")
                .contains("last look 2026-12-01T10:02:00Z, NOTIFY, HOLD (REPLAY)");
        assertThat(servers.requests.get(0)).isEqualTo("POST /signin client_id=me&client_secret=s3cr3t%26");
    }

    @Test
    @DisplayName("for the same as JSON")
    void json() throws IOException {
        Run run = drctl(servers.options(directory, "dr", "status", "--json"));

        assertThat(run.out()).contains("\"state\"", "\"convergence\"", "\"acknowledged\" : 1");
    }

    @Test
    @DisplayName("and says who does not answer, refuses, or is somebody else, without the secret")
    void failures() throws IOException {
        Object[] options = servers.options(directory, "dr", "status");
        servers.answers("POST /signin", "<html>");
        Run stranger = drctl(options);
        servers.close();
        Run silent = drctl(options);

        assertThat(stranger.err()).contains("no JSON").doesNotContain("s3cr3t");
        assertThat(silent.err()).contains("config-service", "does not answer").doesNotContain("s3cr3t", "\tat ");
        assertThat(stranger.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(silent.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    @DisplayName("for a provisioning key by the name of the group, into a file of the owner's own")
    void provisioningKey() throws IOException {
        provisioning();
        Path out = directory.resolve("connector.key");

        Run run = drctl(servers.options(
                directory, "provisioning-key", "new", "--group", "Edges", "--max-usage", "3", "--out", out));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out).hasContent("3|host|key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(run.out()).contains("Edges", "3 agents").doesNotContain("3|host|key");
        assertThat(servers.requests)
                .anySatisfy(request -> assertThat(request)
                        .contains("associationType/SERVICE_EDGE_GRP/provisioningKey")
                        .contains("\"enrollmentCertId\":\"6\"", "\"zcomponentId\":\"11\"", "\"maxUsage\":\"3\""));
    }

    @Test
    @DisplayName("and makes no key for a group that is not there or into a file that is")
    void noProvisioningKey() throws IOException {
        provisioning();
        Path there = Files.writeString(directory.resolve("there"), "x");

        Run unknown = drctl(servers.options(
                directory, "provisioning-key", "new", "--group", "Edge", "--out", directory.resolve("new")));
        Run exists = drctl(servers.options(directory, "provisioning-key", "new", "--group", "Edges", "--out", there));

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("Connectors, Edges");
        assertThat(exists.err()).contains("never overwritten");
        assertThat(servers.requests).noneMatch(request -> request.startsWith("POST /mgmtconfig"));
    }

    private void provisioning() {
        String tenant = "/mgmtconfig/v1/admin/customers/7/";
        servers.answers(
                        "GET " + tenant + "appConnectorGroup",
                        "{\"totalPages\":1,\"list\":[{\"id\":\"10\",\"name\":\"Connectors\"}]}")
                .answers(
                        "GET " + tenant + "serviceEdgeGroup",
                        "{\"totalPages\":1,\"list\":[{\"id\":\"11\",\"name\":\"Edges\"}]}")
                .answers(
                        "GET /mgmtconfig/v2/admin/customers/7/enrollmentCert",
                        "{\"list\":[{\"id\":\"5\",\"name\":\"Connector\"},{\"id\":\"6\",\"name\":\"Service Edge\"}]}")
                .answers(
                        "POST " + tenant + "associationType/SERVICE_EDGE_GRP/provisioningKey",
                        "{\"id\":\"99\",\"provisioningKey\":\"3|host|key\"}");
    }

    @Test
    @DisplayName("and an edge or a connector, by its operator port alone")
    void agent() {
        servers.answers(
                "GET /zpn/zpn_dr/show_mode",
                "{\"mode\":\"TEST\",\"held\":null,\"troubles\":[],\"centre\":{\"reachable\":false}}");

        Run run = drctl("agent", "show", "--port", servers.port());
        Run nobody = drctl("agent", "show", "--port", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("TEST", "reachable").doesNotContain("held", "troubles");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(drctl("agent", "show", "--port", "70000").exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    }
}
