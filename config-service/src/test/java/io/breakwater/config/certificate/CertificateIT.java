package io.breakwater.config.certificate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Enrolment certificates stay what agents were enrolled with. */
@RunningConfigService
class CertificateIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    private String idOf(String name) {
        return tenant.request()
                .get(tenant.v2("enrollmentCert?search=name+EQ+" + name))
                .path("list[0].id");
    }

    @Test
    void aCertificateIsNeitherTakenAwayNorReplaced() {
        String connector = idOf("Connector");
        String own = tenant.get("enrollmentCert/" + connector).extract().path("certificate");
        String other = tenant.get("enrollmentCert/" + idOf("Client")).extract().path("certificate");
        for (String pem : List.of("", other)) {
            tenant.put("enrollmentCert/" + connector, Map.of("certificate", pem))
                    .statusCode(400)
                    .body("params", contains("certificate"));
        }
        tenant.put("enrollmentCert/" + connector, Map.of("certificate", own, "description", "as it was"))
                .statusCode(204);
        tenant.get("enrollmentCert/" + connector)
                .body("certificate", equalTo(own))
                .body("privateKeyPresent", equalTo(true))
                .body("description", equalTo("as it was"));
    }

    @Test
    @DisplayName("A certificate that every customer has is not deleted, nor one in use; the refusal names its user")
    void whatIsNeededStays() {
        tenant.delete("enrollmentCert/" + idOf("Root")).statusCode(400);
        tenant.put("enrollmentCert/" + idOf("Connector"), Map.of("name", "Other"))
                .statusCode(400)
                .body("params", contains("name"));
        String made = tenant.request()
                .body(Map.of("name", "Mine", "rootCertificateId", idOf("Root")))
                .post(tenant.v1("enrollmentCert/selfsigned/generate"))
                .path("id");
        Map<String, Object> group = Bodies.with(Bodies.connectorGroup(), "enrollmentCertId", made);
        String groupId = tenant.create("appConnectorGroup", group);
        tenant.delete("enrollmentCert/" + made)
                .statusCode(400)
                .body("id", equalTo("resource.referenced"))
                .body("params", contains("appConnectorGroup", group.get("name")));
        tenant.delete("appConnectorGroup/" + groupId).statusCode(204);
        tenant.delete("enrollmentCert/" + made).statusCode(204);
    }

    @Test
    void aGroupNamesACertificateOfItsCustomer() {
        Tenant other = Tenant.create();
        String foreign = other.request().get(other.v2("enrollmentCert")).path("list[0].id");
        for (String id : List.of("999999", foreign)) {
            tenant.post("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "enrollmentCertId", id))
                    .statusCode(400)
                    .body("params", contains("enrollmentCertId"));
            tenant.post("serviceEdgeGroup", Bodies.with(Bodies.edgeGroup(), "enrollmentCertId", id))
                    .statusCode(400)
                    .body("params", contains("enrollmentCertId"));
        }
    }

    @Test
    @DisplayName("Business continuity names a signed certificate, and its answers are never an error of the service")
    void continuityNamesASignedCertificate() {
        String asked = tenant.request()
                .body(Map.of("name", "Asked for"))
                .post(tenant.v1("enrollmentCert/csr/generate"))
                .path("id");
        for (String id : List.of("77", asked)) {
            tenant.post("businessContinuitySettings", Map.of("siteSPCertId", id))
                    .statusCode(400)
                    .body("params", contains("siteSPCertId"));
        }
        String settings = tenant.create("businessContinuitySettings", Map.of("siteSPCertId", idOf("Client")));
        tenant.get("businessContinuitySettings/" + settings).body("siteSPCertName", equalTo("Client"));
        tenant.delete("enrollmentCert/" + idOf("Client")).statusCode(400);
        tenant.get("businessContinuitySettings/certificate").statusCode(200);
        tenant.get("businessContinuitySettings/metadata").statusCode(200);
    }
}
