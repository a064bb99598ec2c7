package io.breakwater.config.application;

import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads of application segments that are refused, and those that find what is asked. */
@RunningConfigService
class RefusedReadsIT {
    /** More than the pool has connections. */
    private static final int REFUSALS = 50;

    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    @DisplayName("A refused read gives its connection back")
    void costsNoConnection() {
        for (int i = 0; i < REFUSALS; i++) {
            tenant.get("application/non_existent_id").statusCode(404);
            tenant.get("application/" + i).statusCode(404);
            tenant.get("application?search=nonsense+EQ+1").statusCode(400);
            tenant.get("application?page=one").statusCode(400);
        }
        tenant.get("application").statusCode(200).body("totalCount", equalTo("0"));
        tenant.get("server").statusCode(200);
    }

    @Test
    @DisplayName("A time that an answer shows is found again")
    void findsTheTimesThatItShows() {
        String id = tenant.create(
                "application",
                Map.of(
                        "name", Bodies.name("app"),
                        "domainNames", List.of("a.example.com"),
                        "segmentGroupId", tenant.create("segmentGroup", Bodies.segmentGroup())));
        String time = tenant.get("application/" + id).extract().path("creationTime");
        finds("EQ", time, "1");
        finds("GTEQ", time, "1");
        finds("LTEQ", time, "1");
        finds("GT", time, "0");
        finds("LT", time, "0");
        finds("NE", time, "0");
    }

    private void finds(String operator, String time, String count) {
        tenant.get("application?search=creationTime+" + operator + "+" + time)
                .statusCode(200)
                .body("totalCount", equalTo(count));
    }
}
