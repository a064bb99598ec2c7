package io.breakwater.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.http.Answer;
import io.breakwater.system.FreshTenant;
import io.breakwater.system.RunningSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An intruder and the tenant that it tries to reach, beside each other in one config-service. */
final class TwoTenants {
    /** An id that nobody and nothing has. */
    static final String NOBODY = "999999999999999999";

    /** Reading them is an entry in the audit trail. */
    private static final List<String> DOWNLOADS = List.of("/audit/download", "/configuration");

    /** The time of the answer. */
    private static final String NOW = "\"configuredDateInEpochSeconds\":\"[0-9]+\"";

    private final List<ApiOperation> operations;
    private final PopulatedTenant intruder;
    private final PopulatedTenant other;
    private final List<String> readable;
    private final Map<String, String> before;

    private TwoTenants(List<ApiOperation> operations, PopulatedTenant intruder, PopulatedTenant other) {
        this.operations = operations;
        this.intruder = intruder;
        this.other = other;
        this.readable = readable();
        this.before = portrait();
    }

    static TwoTenants in(RunningSuite suite) {
        JsonNode document = suite.processes()
                .management(LocalSuite.CONFIG_SERVICE)
                .get("/q/openapi?format=json")
                .body();
        return new TwoTenants(
                new ApiDocument(document)
                        .operations().stream()
                                .filter(ApiOperation::isOfCustomer)
                                .toList(),
                PopulatedTenant.of(FreshTenant.make(suite, "intruder")),
                PopulatedTenant.of(FreshTenant.make(suite, "other")));
    }

    /** The operations of the service's document that are about one customer. */
    List<ApiOperation> operations() {
        return operations;
    }

    PopulatedTenant intruder() {
        return intruder;
    }

    PopulatedTenant other() {
        return other;
    }

    /** The other tenant is what it was, and so is its audit trail. */
    void assertOtherUntouched() {
        Map<String, String> now = portrait();
        List<String> changed = readable.stream()
                .filter(path -> !now.get(path).equals(before.get(path)))
                .map(path -> path + " was " + before.get(path) + " and is " + now.get(path))
                .toList();
        assertThat(changed).as("what the other tenant reads about itself").isEmpty();
    }

    /** Where the other tenant reads about itself without leaving an entry in its audit trail: a refusal is one, and so is a download. */
    private List<String> readable() {
        List<String> paths = new ArrayList<>();
        for (ApiOperation operation : operations) {
            if (operation.reads() && !isDownload(operation)) {
                String path = operation.at(other.customerId(), other::id);
                Answer answer = other.administrator().get(path);
                assertThat(answer.isSuccess() || !operation.namesObject())
                        .as("the other tenant's own GET " + path + ": " + answer)
                        .isTrue();
                if (answer.isSuccess()) {
                    paths.add(path);
                }
            }
        }
        assertThat(paths).hasSizeGreaterThan(50);
        return paths;
    }

    /** Whether a GET of its path is an entry in the audit trail. */
    static boolean isDownload(ApiOperation operation) {
        return DOWNLOADS.stream().anyMatch(operation.path()::endsWith);
    }

    private Map<String, String> portrait() {
        Map<String, String> portrait = new HashMap<>();
        for (String path : readable) {
            Answer answer = other.administrator().get(path);
            portrait.put(path, answer.status() + " " + answer.text().replaceAll(NOW, ""));
        }
        return portrait;
    }
}
