package io.breakwater.snapshot.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.Topics;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.tokens.TestTokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves I8: a tenant, and within it an agent's group, sees only itself; what is another's looks like what does not exist. */
@RunningService
class TenantIsolationIT {
    private KafkaEvents kafka;
    private Tenant tenant;
    private String name;

    @BeforeEach
    void aTenantWithASnapshot() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
        tenant.shows(Views.of(tenant.id, 1));
        name = tenant.asAdmin().post(tenant.indexPath(tenant.group)).path("groups[0].name");
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void anotherTenantSeesNothing() {
        String stranger = TestTokens.admin("1" + tenant.id);

        for (String path : everyPath()) {
            assertThat(Tenant.as(stranger).get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(Tenant.as(stranger).post(tenant.path("snapshots")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anothersGroupUnderOnesOwnTenantIsNotThere() {
        Tenant other = new Tenant(kafka);

        Response answer = Tenant.as(TestTokens.admin(other.id)).get(other.indexPath(tenant.group));

        answer.then().statusCode(404);
        Tenant.as(TestTokens.admin(other.id))
                .get(other.indexPath(tenant.group) + "/" + name + "/manifest")
                .then()
                .statusCode(404);
    }

    @Test
    void anAgentSeesItsOwnGroupOnly() {
        String agent = TestTokens.agent(tenant.id, "9", tenant.group, "APP_CONNECTOR");

        Tenant.as(agent).get(tenant.indexPath(tenant.group)).then().statusCode(200);
        Tenant.as(agent)
                .get(tenant.indexPath(tenant.group) + "/" + name + "/manifest")
                .then()
                .statusCode(200);
        Response others = Tenant.as(agent).get(tenant.indexPath(tenant.edgeGroup));
        Response none = Tenant.as(agent).get(tenant.indexPath("4711"));
        others.then().statusCode(404);
        assertThat(others.asString()).isEqualTo(none.asString());
        Tenant.as(agent).get(tenant.path("snapshots")).then().statusCode(403);
        Tenant.as(agent).post(tenant.indexPath(tenant.group)).then().statusCode(403);
    }

    @Test
    void anAgentOfAnotherTenantSeesNothing() {
        String agent = TestTokens.agent("1" + tenant.id, "9", tenant.group, "APP_CONNECTOR");

        Tenant.as(agent).get(tenant.indexPath(tenant.group)).then().statusCode(404);
    }

    @Test
    void anAgentWithoutAGroupInItsTokenSeesNothing() {
        String agent = TestTokens.mint("AGENT", Map.of("customerId", tenant.id));

        Tenant.as(agent).get(tenant.indexPath(tenant.group)).then().statusCode(404);
    }

    @Test
    void servicesSeeEveryTenant() {
        Tenant.as(TestTokens.service())
                .get(tenant.indexPath(tenant.group))
                .then()
                .statusCode(200);
    }

    @Test
    void nobodySeesAnythingWithoutAToken() {
        for (String path : everyPath()) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "..%2f..%2fetc",
                "a%20b",
                "x/manifest/y",
                "config-2026-11-20-09-15-02-417/manifest",
                "config-2026-11-20-09-15-02-417/files/%00",
                "config-2026-11-20-09-15-02-417/files/customer_conf.json",
                "';drop table snapshot;--/manifest"
            })
    void whatIsNotThereIsNeverAServerError(String rest) {
        Response answer = tenant.asAdmin()
                .urlEncodingEnabled(false)
                .get(tenant.indexPath(tenant.group) + "/" + rest.replace(' ', '+'));

        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    private List<String> everyPath() {
        String index = tenant.indexPath(tenant.group);
        return List.of(
                tenant.path("snapshots"),
                index,
                index + "/" + name + "/manifest",
                index + "/" + name + "/files/customer_conf.json");
    }
}
