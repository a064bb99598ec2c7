package io.breakwater.config.application;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changes of application segments beside the ordinary update. */
@RunningConfigService
class SegmentChangesIT {
    private static final String STYLES = "application/bulkUpdateMultiMatch";

    private Tenant tenant;
    private String segmentGroup;
    private String first;
    private String second;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        first = segment();
        second = segment();
    }

    private String segment() {
        return tenant.create(
                "application",
                Map.of(
                        "name", Bodies.name("app"),
                        "domainNames", List.of("shared.example.com"),
                        "segmentGroupId", segmentGroup));
    }

    @Test
    @DisplayName("Segments with a domain name in common change their match style together")
    void changeTheirStyleTogether() {
        tenant.put(STYLES, Map.of("applicationIds", List.of(first), "matchStyle", "INCLUSIVE"))
                .statusCode(400)
                .body("params", contains("matchStyle"));
        tenant.put(STYLES, Map.of("applicationIds", List.of(first, second), "matchStyle", "INCLUSIVE"))
                .statusCode(204);
        tenant.get("application").body("list.matchStyle", everyItem(equalTo("INCLUSIVE")));
        tenant.request()
                .get(tenant.own("audit?kind=application&action=UPDATE"))
                .then()
                .body("entries.content.before.matchStyle", contains("EXCLUSIVE", "EXCLUSIVE"))
                .body("entries.content.after.matchStyle", contains("INCLUSIVE", "INCLUSIVE"));
        for (String style : List.of("FOO", "")) {
            tenant.put(STYLES, Map.of("applicationIds", List.of(), "matchStyle", style))
                    .statusCode(400)
                    .body("params", contains("matchStyle"));
        }
    }

    @Test
    void theStyleInclusiveForbidsClientlessApps() {
        Map<String, Object> segment = Map.of(
                "name", Bodies.name("app"),
                "domainNames", List.of("web.example.com"),
                "segmentGroupId", segmentGroup,
                "matchStyle", "INCLUSIVE",
                "clientlessApps", List.of(Map.of("name", "web")));
        for (String path : List.of("application", "application/validate")) {
            tenant.post(path, segment).statusCode(400).body("params", contains("clientlessApps"));
        }
    }

    @Test
    void flagsMayBeText() {
        String config = "application/" + first + "/weightedLbConfig";
        tenant.put(config, Map.of("weightedLoadBalancing", "true")).statusCode(204);
        tenant.get(config).body("weightedLoadBalancing", equalTo(true));
        tenant.put(config, Map.of("weightedLoadBalancing", "perhaps"))
                .statusCode(400)
                .body("params", contains("weightedLoadBalancing"));
        tenant.put(config, Map.of("applicationToServerGroupMappings", "abc")).statusCode(400);
        tenant.put("versionProfiles/1", Map.of("removeOverrideFlag", "nonsense"))
                .statusCode(400)
                .body("params", contains("removeOverrideFlag"));
    }

    @Test
    @DisplayName("A segment group shows its applications without their details to who asks for that")
    void detailsMayBeLeftOut() {
        tenant.get("segmentGroup/" + segmentGroup)
                .body("applications.domainName", everyItem(equalTo("shared.example.com")));
        tenant.get("segmentGroup/" + segmentGroup + "?skipDetailedAppInfo=true")
                .body("applications.id", contains(first, second))
                .body("applications.domainName", everyItem(nullValue()));
        tenant.request()
                .body(Map.of("deletedApps", first))
                .put(tenant.v2("segmentGroup/" + segmentGroup))
                .then()
                .statusCode(400)
                .body("params", contains("deletedApps"));
    }
}
