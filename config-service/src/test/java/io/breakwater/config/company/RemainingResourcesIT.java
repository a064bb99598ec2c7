package io.breakwater.config.company;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smaller resources of the management API. */
@RunningConfigService
class RemainingResourcesIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    void authDomainsAreListedUnderBothSpellings() {
        tenant.get("authDomains").body("authDomains", contains("example.com"));
        tenant.get("authdomains").body("authDomains", contains("example.com"));
        tenant.request()
                .get("/mgmtconfig/v1/admin/me")
                .then()
                .body("customerId", equalTo(tenant.customerId()))
                .body("microtenantName", equalTo("Default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectorSchedule", "serviceEdgeSchedule", "assistantSchedule"})
    void aScheduleIsThereFromTheStartAndChangesWithinItsLimits(String resource) {
        tenant.post(resource, Map.of("frequency", "days"))
                .statusCode(400)
                .body("id", equalTo("resource.already.exist"));
        String id = tenant.get(resource)
                .body("enabled", equalTo(false))
                .body("frequencyInterval", equalTo("5"))
                .extract()
                .path("id");
        tenant.put(resource + "/" + id, Map.of("enabled", true, "frequencyInterval", 7))
                .statusCode(204);
        tenant.get(resource).body("frequencyInterval", equalTo("7")).body("enabled", equalTo(true));
        tenant.put(resource + "/" + id, Map.of("frequencyInterval", "4")).statusCode(400);
        tenant.put(resource + "/1", Map.of("frequencyInterval", "7")).statusCode(404);
    }

    @Test
    void aTrustedNetworkIsFoundWithAndWithoutItsCloud() {
        String id = tenant.create(
                "network", Map.of("name", "Office (zscalerthree.net)", "zscalerCloud", "zscalerthree.net"));
        tenant.request()
                .get(tenant.v2("network?search=name%2BEQ%2BOffice"))
                .then()
                .body("list.id", contains(id));
        tenant.request()
                .get(tenant.v2("network?search=name%2BEQ%2BOffice+(zscalerthree.net)"))
                .then()
                .body("list.id", contains(id));
        tenant.get("network/" + id).body("networkId", notNullValue());
        String group = tenant.create(
                "serviceEdgeGroup", Bodies.with(Bodies.edgeGroup(), "trustedNetworks", List.of(Map.of("id", id))));
        tenant.get("serviceEdgeGroup/" + group).body("trustedNetworks.name", contains("Office (zscalerthree.net)"));
        tenant.delete("network/" + id).statusCode(400).body("id", equalTo("resource.referenced"));
        tenant.post("serviceEdgeGroup", Bodies.with(Bodies.edgeGroup(), "trustedNetworks", List.of(Map.of("id", "9"))))
                .statusCode(400)
                .body("params", contains("trustedNetworks"));
    }

    @Test
    void aCertificateIsMadeHereOrUploaded() {
        String root = tenant.request()
                .get(tenant.v2("enrollmentCert?search=name+EQ+ROOT"))
                .path("list[0].id");
        tenant.post("enrollmentCert/selfsigned/generate", Map.of("name", "Mine", "rootCertificateId", root))
                .statusCode(200)
                .body("certificate", startsWith("-----BEGIN CERTIFICATE-----"))
                .body("parentCertId", equalTo(root))
                .body("privateKeyPresent", equalTo(true));
        tenant.post("enrollmentCert/csr/generate", Map.of("name", "Asked for"))
                .statusCode(200)
                .body("csr", startsWith("-----BEGIN CERTIFICATE REQUEST-----"))
                .body("privateKeyPresent", equalTo(false));
        String pem = tenant.get("enrollmentCert/" + root).extract().path("certificate");
        String id = tenant.create("enrollmentCert", Map.of("name", "Uploaded", "certificate", pem));
        tenant.get("enrollmentCert/" + id)
                .body("cName", containsString("Root"))
                .body("privateKeyPresent", equalTo(false));
        tenant.put("enrollmentCert/" + id, Map.of("description", "of somebody else"))
                .statusCode(204);
        tenant.post("enrollmentCert", Map.of("name", "Bad", "certificate", "nonsense"))
                .statusCode(400)
                .body("params", contains("certificate"));
        tenant.delete("enrollmentCert/" + id).statusCode(204);
        tenant.delete("enrollmentCert/" + root).statusCode(400);
    }

    @Test
    void aVersionProfileIsChosenForAllGroups() {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        tenant.get("visible/versionProfiles").body("list.name", contains("Default", "Previous Default", "New Release"));
        tenant.put("versionProfiles/2", Map.of("removeOverrideFlag", true)).statusCode(204);
        tenant.get("versionProfile").body("name", equalTo("New Release"));
        tenant.get("appConnectorGroup/" + group)
                .body("versionProfileId", equalTo("2"))
                .body("overrideVersionProfile", equalTo(false));
        tenant.put("versionProfiles/77", Map.of()).statusCode(404);
        tenant.put("visible/versionProfiles/1", Map.of("name", "Previous Default"))
                .statusCode(204);
    }

    @Test
    void anOverrideAnswersWithItself() {
        Map<String, Object> body =
                Map.of("configKey", "config.feature.cors_enabled", "configValue", "enabled", "targetType", "customer");
        String id =
                tenant.post("configOverrides", body).statusCode(200).extract().path("id");
        tenant.put("configOverrides/" + id, Map.of("configValue", "disabled"))
                .statusCode(200)
                .body("configValue", equalTo("disabled"));
        tenant.get("configOverrides").body("list.id", contains(id)).body("list[0].targetGid", equalTo("0"));
        tenant.post("configOverrides", body).statusCode(400).body("id", equalTo("duplicate.resource.name"));
    }

    @Test
    void thereIsOneBusinessContinuitySettingAtMost() {
        String id = tenant.create("businessContinuitySettings", Map.of("offlineDomain", "offline.example.com"));
        tenant.get("businessContinuitySettings/" + id).body("backupMaxAllowedNum", equalTo("15"));
        tenant.post("businessContinuitySettings", Map.of()).statusCode(400);
        tenant.put(
                        "businessContinuitySettings/" + id,
                        Map.of("maxAllowedDownTime", "9", "maxAllowedDownTimeUnit", "HOURS"))
                .statusCode(400)
                .body("params", contains("maxAllowedDownTime"));
        tenant.request()
                .accept("*/*")
                .get(tenant.v1("businessContinuitySettings/certificate"))
                .then()
                .statusCode(200)
                .body(startsWith("-----BEGIN CERTIFICATE-----"));
        tenant.request()
                .accept("*/*")
                .get(tenant.v1("businessContinuitySettings/metadata"))
                .then()
                .statusCode(200)
                .contentType("application/xml");
        tenant.delete("businessContinuitySettings/" + id).statusCode(204);
    }

    @Test
    void suffixesSignOnOptionsAndToolVersions() {
        tenant.get("v2/ssoLoginOptions").body("ssologinonly", equalTo(false));
        tenant.post("v2/ssoLoginOptions", Map.of("ssologinonly", true)).statusCode(204);
        tenant.get("v2/ssoLoginOptions").body("ssologinonly", equalTo(true));
        tenant.post(
                        "v2/associationtype/SEARCH_SUFFIX/domains",
                        List.of(Map.of("domain", "corp.example.com", "capture", true)))
                .statusCode(204);
        tenant.get("v2/associationtype/SEARCH_SUFFIX/domains").body("domain", hasItem("corp.example.com"));
        tenant.get("customerDRToolVersion").body("list", hasSize(1)).body("list[0].latest", equalTo(true));
    }

    @Test
    void reportsOfApplicationSegments() {
        String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
        String id = tenant.create("application", Bodies.application(segmentGroup, serverGroup));
        tenant.get("application/count/currentAndMaxLimit")
                .body("currentAppsCount", equalTo("1"))
                .body("maxAppsLimit", equalTo("6000"));
        tenant.get("application/configured/count").body("[0].appsConfigured", equalTo("1"));
        tenant.get("application/" + id + "/mappings").body("type", contains("SEGMENT_GROUP", "SERVER_GROUP"));
        tenant.get("application/getAppsByType?applicationType=INSPECT").body("totalCount", equalTo("0"));
        tenant.get("application/getAppsByType").statusCode(400);
        tenant.put(
                        "application/" + id + "/weightedLbConfig",
                        Map.of(
                                "weightedLoadBalancing",
                                true,
                                "applicationToServerGroupMappings",
                                List.of(Map.of("id", serverGroup, "weight", "10", "passive", false))))
                .statusCode(204);
        tenant.put("application/" + id, Map.of("serverGroups", List.of(Map.of("id", serverGroup))))
                .statusCode(204);
        tenant.get("application/" + id + "/weightedLbConfig")
                .body("applicationToServerGroupMappings[0].weight", equalTo("10"));
        tenant.request()
                .accept("*/*")
                .get(tenant.v1("application/export"))
                .then()
                .body(startsWith("id,name,"));
        tenant.put(
                        "application/bulkUpdateMultiMatch",
                        Map.of("applicationIds", List.of(Long.parseLong(id)), "matchStyle", "INCLUSIVE"))
                .statusCode(204);
        tenant.post(
                        "application",
                        Bodies.with(Bodies.application(segmentGroup, serverGroup), "matchStyle", "EXCLUSIVE"))
                .statusCode(400)
                .body("params", contains("matchStyle"));
        tenant.post("application/multimatchUnsupportedReferences", List.of("app.example.com"))
                .statusCode(200);
        tenant.post("application/validate", Bodies.application(segmentGroup, serverGroup))
                .statusCode(200);
    }

    @Test
    void whoSaysWhatItReadLosesNobodysChange() {
        String id = tenant.create("server", Bodies.server());
        String tag = tenant.get("server/" + id).extract().header("ETag");
        tenant.put("server/" + id, Map.of("address", "192.0.2.77")).statusCode(204);
        tenant.request()
                .header("If-Match", tag)
                .body(Map.of("address", "192.0.2.78"))
                .put(tenant.v1("server/" + id))
                .then()
                .statusCode(412);
        String now = tenant.get("server/" + id)
                .body("address", equalTo("192.0.2.77"))
                .extract()
                .header("ETag");
        tenant.request()
                .header("If-Match", now)
                .body(Map.of("address", "192.0.2.78"))
                .put(tenant.v1("server/" + id))
                .then()
                .statusCode(204);
    }

    @Test
    void whatClientsSendTheyFindAgain() {
        String segment = tenant.create(
                "application",
                Map.of(
                        "name", Bodies.name("app"),
                        "domainNames", List.of("a.example.com"),
                        "segmentGroupId", tenant.create("segmentGroup", Bodies.segmentGroup()),
                        "appRecommendationId", "72"));
        tenant.get("application/" + segment).body("appRecommendationId", equalTo("72"));
        String settings = tenant.create("businessContinuitySettings", Map.of("sitespCACertificate", "PEM"));
        tenant.get("businessContinuitySettings/" + settings).body("sitespCACertificate", equalTo("PEM"));
        tenant.put("businessContinuitySettings/" + settings, Map.of("sitespPrivateKey", "PEM"))
                .statusCode(400)
                .body("params", contains("sitespPrivateKey"));
        tenant.post(
                        "configOverrides",
                        Map.of(
                                "configKey",
                                "config.feature.cors_enabled",
                                "configValue",
                                "enabled",
                                "customerName",
                                "Example"))
                .statusCode(200)
                .body("customerName", equalTo("Example"));
        tenant.get("configOverrides?search=name+EQ+x").statusCode(200);
    }

    @Test
    void microtenantsKeepTheirPlaceOnEveryPage() {
        String microtenant = tenant.create(
                "microtenants",
                Map.of(
                        "name", "North",
                        "criteriaAttribute", "AuthDomain",
                        "criteriaAttributeValues", List.of("example.com")));
        tenant.get("microtenants?pagesize=1&page=2").body("list[0].scopeOrder", equalTo("1"));
        tenant.get("microtenants/" + microtenant).body("scopeOrder", equalTo("1"));
    }
}
