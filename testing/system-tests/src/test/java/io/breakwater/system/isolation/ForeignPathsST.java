package io.breakwater.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.local.http.Answer;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of config-service's OpenAPI document, called by one tenant on what is another one's. */
@ExtendWith(SuiteExtension.class)
class ForeignPathsST {
    private final RunningSuite suite;
    private TwoTenants tenants;
    private PopulatedTenant intruder;
    private PopulatedTenant other;

    ForeignPathsST(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void twoTenants() {
        tenants = TwoTenants.in(suite);
        intruder = tenants.intruder();
        other = tenants.other();
    }

    @Test
    @DisplayName(
            "an id of another tenant gets the not-found of an id that nobody has, with every method on every path (I8)")
    void idsOfAnotherTenantAreUnknown() {
        List<ApiOperation> calls =
                tenants.operations().stream().filter(ApiOperation::namesObject).toList();
        List<String> breaches = new ArrayList<>();

        for (ApiOperation operation : calls) {
            String foreign = operation.at(intruder.customerId(), other::id);
            String unknown = operation.at(intruder.customerId(), collection -> TwoTenants.NOBODY);
            List<Seen> answers = new ArrayList<>();
            for (JsonNode body : bodies(operation)) {
                Seen seen = seen(operation, foreign, body);
                Seen wanted = seen(operation, unknown, body);
                answers.add(seen);
                if (!seen.equals(wanted)) {
                    breaches.add(operation + " " + body + ": " + seen + "; with an id that nobody has " + wanted);
                }
            }
            if (answers.stream().noneMatch(Seen::isNotFound)) {
                breaches.add(operation + ": never not-found, but " + answers);
            }
        }

        assertThat(breaches).isEmpty();
        assertThat(calls).hasSizeGreaterThan(50);
        tenants.assertOtherUntouched();
    }

    @Test
    @DisplayName("the paths of another tenant refuse like those of a customer that nobody is, with every method (I8)")
    void pathsOfAnotherTenantAreRefused() {
        List<String> breaches = new ArrayList<>();

        for (ApiOperation operation : tenants.operations()) {
            for (JsonNode body : bodies(operation)) {
                Seen seen = seen(operation, operation.at(other.customerId(), other::id), body);
                Seen wanted = seen(operation, operation.at(TwoTenants.NOBODY, other::id), body);
                if (!seen.equals(wanted) || !seen.isRefused()) {
                    breaches.add(operation + " " + body + ": " + seen + "; of a customer that nobody is " + wanted);
                }
            }
        }

        assertThat(breaches).isEmpty();
        assertThat(tenants.operations()).hasSizeGreaterThan(100);
        tenants.assertOtherUntouched();
    }

    /**
     * What is sent: an empty object, what the document gives, and the other tenant's own view of the object with another name, as a client
     * would send it back.
     */
    private List<JsonNode> bodies(ApiOperation operation) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        if (!operation.hasBody()) {
            return List.of(empty);
        }
        List<JsonNode> bodies = new ArrayList<>(operation.bodies());
        bodies.add(empty);
        if (TwoTenants.isDownload(operation)) {
            return bodies;
        }
        Answer view = other.administrator().get(operation.at(other.customerId(), other::id));
        if (view.isSuccess() && view.body() instanceof ObjectNode object) {
            bodies.add(object.deepCopy().put("name", "Taken over"));
        }
        return bodies;
    }

    private Seen seen(ApiOperation operation, String path, JsonNode body) {
        String[] ids = Arrays.stream(path.split("[/?]"))
                .filter(segment -> segment.matches("[0-9]+"))
                .toArray(String[]::new);
        return Seen.of(operation.call(intruder.administrator(), path, body), ids);
    }
}
