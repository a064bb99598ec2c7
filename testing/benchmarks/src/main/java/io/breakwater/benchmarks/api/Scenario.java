package io.breakwater.benchmarks.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmarks.api.LargeTenant.Filled;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * One kind of request.
 *
 * @param variants how many different ones there are, which come in turn
 * @param writes whether each makes an object of a new name
 * @param requests by the number of the variant
 */
record Scenario(String name, int variants, boolean writes, IntFunction<Request> requests) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 500;
    private static final AtomicLong NAMES = new AtomicLong(System.currentTimeMillis());

    /**
     * @param path below the tenant's root
     * @param name of the object that it makes; empty when it makes none
     * @param body empty: a GET
     */
    record Request(String path, String name, String body) {
        static Request get(String path) {
            return new Request(path, "", "");
        }

        boolean isGet() {
            return body.isEmpty();
        }
    }

    /** Sign-in checked, role checked, a small answer: no statement is sent. */
    static Scenario floor() {
        return new Scenario("floor, no statement", 1, false, i -> Request.get("permissionGroups?pagesize=1"));
    }

    /** All that are measured, in their order: what only reads comes first. */
    static List<Scenario> all(Filled tenant) {
        int samples = tenant.segmentIds().size();
        return List.of(
                new Scenario(
                        "list 500 of 6000 segments",
                        LargeTenant.SEGMENTS / PAGE,
                        false,
                        page -> Request.get("application?pagesize=" + PAGE + "&page=" + (page + 1))),
                new Scenario(
                        "get a segment",
                        samples,
                        false,
                        i -> Request.get("application/" + tenant.segmentIds().get(i))),
                new Scenario(
                        "search a segment by name",
                        samples,
                        false,
                        i -> Request.get("application?search="
                                + search(tenant.segmentNames().get(i)))),
                new Scenario("create a segment", 1, true, i -> create(tenant)));
    }

    /** The request of that number; each call is a new one when the scenario writes. */
    Request request(int number) {
        return requests.apply(number % variants);
    }

    /** Its name as part of a file's. */
    String file() {
        return name.replace(",", "").replace(' ', '-');
    }

    private static String search(String name) {
        return URLEncoder.encode("name+EQ+" + name, StandardCharsets.UTF_8);
    }

    /** The name is a number: pgbench has no other variables. */
    private static Request create(Filled tenant) {
        String name = Long.toString(NAMES.incrementAndGet());
        try {
            return new Request(
                    "application",
                    name,
                    JSON.writeValueAsString(
                            LargeTenant.segment(name, tenant.segmentGroupId(), tenant.serverGroupId())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
