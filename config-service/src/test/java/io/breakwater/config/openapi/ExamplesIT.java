package io.breakwater.config.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The examples in the API's document are requests that were sent and what was read afterwards. */
@RunningConfigService
class ExamplesIT {
    private static final Path DIRECTORY = Path.of("src/main/resources/openapi/examples");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Tenant tenant;

    @Test
    @DisplayName("Each resource's example is what the service takes and gives")
    void examples() throws IOException {
        tenant = Tenant.create();
        String connectors = example("appConnectorGroup", "appConnectorGroup", Bodies.connectorGroup());
        example("serviceEdgeGroup", "serviceEdgeGroup", Bodies.edgeGroup());
        example("server", "server", Bodies.server());
        String segments = example("segmentGroup", "segmentGroup", Bodies.segmentGroup());
        String servers = example("serverGroup", "serverGroup", Bodies.serverGroup(connectors));
        example("application", "application", Bodies.application(segments, servers));
        example(
                "microtenants",
                "microtenant",
                Map.of("name", "Sales", "criteriaAttribute", "AuthDomain", "criteriaAttributeValues", new String[] {
                    "example.com"
                }));
        example(
                "administrators",
                "administrator",
                Map.of(
                        "username",
                        "ada@example.com",
                        "displayName",
                        "Ada",
                        "email",
                        "ada@example.com",
                        "roleId",
                        "28",
                        "password",
                        "Correct-horse-1"));
        example("apiKeys", "apiKey", Map.of("name", "terraform", "roleId", "28"));
        example("network", "network", Map.of("name", "Office", "networkId", "office"));
    }

    private String example(String resource, String kind, Map<String, ?> body) throws IOException {
        String id = tenant.create(resource, body);
        ObjectNode example = MAPPER.createObjectNode();
        example.set("request", MAPPER.valueToTree(body));
        example.set(
                "answer",
                MAPPER.readTree(tenant.get(resource + "/" + id).extract().asByteArray()));
        String text = MAPPER.writeValueAsString(MAPPER.treeToValue(example, Object.class))
                .replaceAll(" [0-9a-f]{8}-[0-9a-f-]{27}", "")
                .replaceAll("\"(\\w+Time\" : \")[0-9]+\"", "\"$11773369874\"")
                .replaceAll("\"[0-9]{12,19}\"", "\"216196257331404706\"");
        Checked.compare(DIRECTORY.resolve(kind + ".json"), text + "\n");
        return id;
    }
}
