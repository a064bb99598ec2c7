package io.breakwater.benchmarks.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a tenant up to the limits of ZPA: one object of each kind is made over REST, the others are copies of its rows, linked as
 * theirs. The API itself is then asked whether it sees them all, and a copy as it sees what it made.
 */
final class LargeTenant {
    static final int SEGMENTS = 6_000;
    static final int SERVERS = 10_000;
    static final int SERVER_GROUPS = 1_000;
    static final int SEGMENT_GROUPS = 100;
    static final int CONNECTOR_GROUPS = 100;
    private static final int SERVERS_IN_GROUP = 10;
    private static final int GROUPS_OF_SEGMENT = 2;
    private static final String NAME = "Warehouse";

    private final RestClient api;
    private final String root;
    private final Rows rows;
    private final long customerId;

    /** @param root the path of the tenant's objects */
    LargeTenant(RestClient api, String root, long customerId, Rows rows) {
        this.api = api;
        this.root = root;
        this.customerId = customerId;
        this.rows = rows;
    }

    /**
     * What requests need to know.
     *
     * @param segmentIds some of the copies
     * @param segmentNames their names
     */
    record Filled(String segmentGroupId, String serverGroupId, List<String> segmentIds, List<String> segmentNames) {}

    Filled fill() throws SQLException {
        String connectorGroup = make(
                "appConnectorGroup",
                Map.of("name", NAME, "enabled", true, "latitude", "50.1", "longitude", "8.6", "location", "Frankfurt"));
        String segmentGroup = make("segmentGroup", Map.of("name", NAME, "enabled", true));
        String server = make("server", Map.of("name", NAME, "enabled", true, "address", "10.0.0.1"));
        String serverGroup = make("serverGroup", serverGroup(server, connectorGroup));
        String segment = make("application", segment(NAME, segmentGroup, serverGroup));

        int connectorGroups = copies("app_connector_group", connectorGroup, CONNECTOR_GROUPS, Map.of());
        int segmentGroups = copies("segment_group", segmentGroup, SEGMENT_GROUPS, Map.of());
        int servers = copies(
                "server",
                server,
                SERVERS,
                Map.of("address", "'10.' || i / 65536 || '.' || i / 256 % 256 || '.' || i % 256"));
        int serverGroups = copies("server_group", serverGroup, SERVER_GROUPS, Map.of());
        int segments = copies(
                "application_segment",
                segment,
                SEGMENTS,
                Map.of(
                        "segment_group_id",
                        "t.segment_group_id - i % " + (segmentGroups + 1),
                        "domain_names",
                        "array['app' || i || '.example.com', 'www.app' || i || '.example.com']"));
        links(
                "server_group_server",
                "server_group_id",
                serverGroup,
                serverGroups,
                "server_id",
                servers,
                SERVERS_IN_GROUP);
        links(
                "server_group_connector_group",
                "server_group_id",
                serverGroup,
                serverGroups,
                "app_connector_group_id",
                connectorGroups,
                1);
        links(
                "application_server_group",
                "application_id",
                segment,
                segments,
                "server_group_id",
                serverGroups,
                GROUPS_OF_SEGMENT);
        rows.settle();
        return seen(segment, segmentGroup, serverGroup);
    }

    private static Map<String, Object> serverGroup(String server, String connectorGroup) {
        return Map.of(
                "name",
                NAME,
                "enabled",
                true,
                "dynamicDiscovery",
                false,
                "servers",
                List.of(Map.of("id", server)),
                "appConnectorGroups",
                List.of(Map.of("id", connectorGroup)));
    }

    /** The body that makes a segment. */
    static Map<String, Object> segment(String name, String segmentGroup, String serverGroup) {
        return Map.of(
                "name",
                name,
                "enabled",
                true,
                "domainNames",
                List.of("warehouse.example.com"),
                "segmentGroupId",
                segmentGroup,
                "serverGroups",
                List.of(Map.of("id", serverGroup)),
                "tcpPortRange",
                List.of(Map.of("from", "443", "to", "443"), Map.of("from", "8080", "to", "8090")));
    }

    private String make(String collection, Map<String, Object> body) {
        return require(api.post(root + collection, body)).path("id").asText();
    }

    /** Copies with ids below the template's, until the tenant has that many. */
    private int copies(String table, String template, int wanted, Map<String, String> changes) throws SQLException {
        Map<String, String> all = new HashMap<>(changes);
        all.put("id", "t.id - i");
        all.put("name", "t.name || ' ' || i");
        return rows.copy(
                table,
                "id = " + template,
                "generate_series(1, " + (wanted - rows.count(table, customerId)) + ") i",
                all);
    }

    /** Links each copy of the owner to as many neighbours, which all get about as many owners. */
    private void links(String table, String own, String owner, int owners, String other, int others, int each)
            throws SQLException {
        String neighbour = "t.%s - (i * %d + k) %% %d".formatted(other, each, others + 1);
        rows.copy(
                table,
                own + " = " + owner,
                "generate_series(1, %d) i, generate_series(0, %d) k".formatted(owners, each - 1),
                Map.of(own, "t." + own + " - i", other, neighbour));
    }

    private Filled seen(String segment, String segmentGroup, String serverGroup) {
        requireTotal("application", SEGMENTS);
        requireTotal("server", SERVERS);
        requireTotal("serverGroup", SERVER_GROUPS);
        requireTotal("segmentGroup", SEGMENT_GROUPS);
        requireTotal("appConnectorGroup", CONNECTOR_GROUPS);
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode copy :
                require(api.get(root + "application?pagesize=8&page=300")).path("list")) {
            ids.add(copy.path("id").asText());
            names.add(copy.path("name").asText());
        }
        requireAlike(segment, ids.get(0));
        return new Filled(segmentGroup, serverGroup, ids, names);
    }

    private void requireTotal(String collection, int wanted) {
        String total = require(api.get(root + collection + "?pagesize=1"))
                .path("totalCount")
                .asText();
        if (!total.equals(Integer.toString(wanted))) {
            throw new SuiteException("the API sees " + total + " of " + wanted + " objects of " + collection);
        }
    }

    private void requireAlike(String template, String copy) {
        JsonNode made = require(api.get(root + "application/" + template));
        JsonNode copied = require(api.get(root + "application/" + copy));
        List<String> fields = new ArrayList<>();
        made.fieldNames().forEachRemaining(fields::add);
        boolean complete = fields.stream().allMatch(copied::has);
        if (!complete || copied.path("serverGroups").size() != GROUPS_OF_SEGMENT) {
            throw new SuiteException("a copied segment is not as the API makes one: " + copied);
        }
    }

    private static JsonNode require(Answer answer) {
        if (!answer.isSuccess()) {
            throw new SuiteException("config-service refused: " + answer);
        }
        return answer.body();
    }
}
