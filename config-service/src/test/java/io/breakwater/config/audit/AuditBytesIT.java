package io.breakwater.config.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** I9: of large entries fewer are read at a time, and yet none is left out. */
@RunningConfigService
class AuditBytesIT {
    private static final int CHANGES = 30;

    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    @DisplayName("A part of the trail is bounded in octets; list, download and verification go on behind it")
    void goesOnBehindAPart() {
        String id = tenant.create("segmentGroup", Bodies.segmentGroup());
        for (int i = 0; i < CHANGES; i++) {
            tenant.put("segmentGroup/" + id, Map.of("description", i + "x".repeat(3900)))
                    .statusCode(204);
        }
        List<Integer> numbers = new ArrayList<>();
        String path = "?kind=segmentGroup&limit=1000";
        int parts = 0;
        for (Object next = ""; next != null; parts++) {
            Response part = tenant.request().get(tenant.own("audit" + path) + next);
            part.then().statusCode(200);
            numbers.addAll(part.path("entries.sequence"));
            Object before = part.path("next");
            next = before == null ? null : "&before=" + before;
        }

        assertThat(parts).isGreaterThan(2);
        assertThat(numbers).hasSize(CHANGES + 1).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
        List<Map<String, Object>> downloaded =
                tenant.request().get(tenant.own("audit/download" + path)).path("$");
        assertThat(downloaded).hasSize(CHANGES + 1);
        tenant.request().get(tenant.own("audit/verification")).then().body("intact", equalTo(true));
    }

    @Test
    @DisplayName("The domain names and ports of a tenant's segments are bounded in octets together")
    void segmentsAreBoundedTogether() {
        String group = tenant.create("segmentGroup", Bodies.segmentGroup());
        String label = "x".repeat(50);
        List<String> names = IntStream.range(0, 1900)
                .mapToObj(i -> label + i + ".example.com")
                .toList();
        Map<String, Object> body = Map.of("name", "first", "segmentGroupId", group, "domainNames", names);
        String first = tenant.create("application", body);
        tenant.create("application", Bodies.with(body, "name", "second"));
        tenant.post("application", Bodies.with(body, "name", "third"))
                .statusCode(400)
                .body("id", equalTo("limit.reached"));
        tenant.put("application/" + first, Map.of("domainNames", List.of("a.example.com")))
                .statusCode(204);
        tenant.create("application", Bodies.with(body, "name", "third"));
    }
}
