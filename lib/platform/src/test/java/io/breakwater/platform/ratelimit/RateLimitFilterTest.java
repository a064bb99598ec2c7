package io.breakwater.platform.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.breakwater.platform.problem.ProblemResponses;
import io.breakwater.testsupport.tokens.TokenResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three reads and two writes are allowed; each test calls from addresses of its own. */
@QuarkusTest
@TestProfile(RateLimitFilterTest.Limited.class)
@QuarkusTestResource(TokenResource.class)
class RateLimitFilterTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String address = nextAddress();

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI service;

    @Test
    void whatComesTooSoonIsAnsweredWithTheTimeToWaitAndAProblem() {
        for (int remaining = 2; remaining >= 0; remaining--) {
            caller().get("/limited/thing")
                    .then()
                    .statusCode(200)
                    .header("retry-after", nullValue())
                    .header("x-ratelimit-limit", "3, 3;w=3600")
                    .header("x-ratelimit-remaining", Integer.toString(remaining))
                    .body(equalTo("read"));
        }

        caller().get("/limited/thing")
                .then()
                .statusCode(429)
                .header("retry-after", "3603s")
                .header("x-ratelimit-limit", "3, 3;w=3600")
                .header("x-ratelimit-remaining", "0")
                .header("x-ratelimit-reset", oneOf("3600", "3599", "3598", "3597", "3596", "3595"))
                .contentType(ProblemResponses.MEDIA_TYPE)
                .body("code", equalTo("too.many.requests"))
                .body("status", equalTo(429))
                .body("detail", containsString("3 such requests"));
    }

    @Test
    void theProblemHasTheFormOfItsPath() {
        useUpReads();

        caller().get("/limited/other-form")
                .then()
                .statusCode(429)
                .header("retry-after", "3603s")
                .contentType("application/json;charset=utf-8")
                .body("id", equalTo("too.many.requests"));
    }

    @Test
    void readsAndWritesAreCountedApart() {
        useUpReads();

        caller().head("/limited/thing").then().statusCode(429).body(emptyString());
        caller().body("x").post("/limited/thing").then().statusCode(200);
        caller().delete("/limited/thing").then().statusCode(200);
        caller().body("x").post("/limited/thing").then().statusCode(429);
        caller().body("x").put("/limited/nothing").then().statusCode(429);
    }

    @Test
    void anotherAddressIsNotAffected() {
        useUpReads();

        from(nextAddress()).get("/limited/thing").then().statusCode(200);
    }

    @Test
    void otherPathsAreNotTouched() {
        useUpReads();

        for (int i = 0; i < 10; i++) {
            caller().get("/unlimited/thing").then().statusCode(200).header("x-ratelimit-limit", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/limited//thing",
                "//limited/thing",
                "/%6cimited/thing",
                "/unlimited/../limited/thing",
                "/./limited/thing?a=b"
            })
    void anotherSpellingOfThePathIsTheSamePath(String spelling) throws IOException {
        useUpReads();

        assertThat(raw("GET " + spelling + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 429 ");
    }

    @Test
    void theTokenIsNotLookedAt() {
        for (int i = 0; i < 3; i++) {
            caller().auth().oauth2("not.a.token").get("/limited/secret").then().statusCode(401);
        }

        caller().auth().oauth2("not.a.token").get("/limited/secret").then().statusCode(429);
    }

    @Test
    void theBodyIsNotWaitedFor() throws IOException {
        useUpWrites();

        try (Socket socket = send("POST /limited/thing HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address
                + "\r\nContent-Length: 1000\r\n\r\n")) {
            assertThat(new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 429 ");
        }
    }

    @Test
    void theConnectionStaysGoodForTheNextRequest() throws IOException {
        useUpWrites();

        String answers = raw("POST /limited/thing HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address
                + "\r\nContent-Length: 15000\r\n\r\n" + "x".repeat(15_000)
                + "GET /unlimited/thing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers)
                .startsWith("HTTP/1.1 429 ")
                .contains("HTTP/1.1 200 ")
                .endsWith("read");
    }

    @Test
    void refusalsAreCounted() {
        useUpWrites();
        double before = refusedWrites();

        caller().delete("/limited/thing").then().statusCode(429);

        assertThat(refusedWrites()).isEqualTo(before + 1);
    }

    private double refusedWrites() {
        return registry.counter("breakwater.ratelimit.refused", "kind", "write").count();
    }

    private void useUpReads() {
        for (int i = 0; i < 3; i++) {
            caller().get("/limited/thing").then().statusCode(200);
        }
    }

    private void useUpWrites() {
        for (int i = 0; i < 2; i++) {
            caller().delete("/limited/thing").then().statusCode(200);
        }
    }

    private RequestSpecification caller() {
        return from(address);
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static String nextAddress() {
        return "192.0.2." + ADDRESSES.incrementAndGet();
    }

    /** Sends exactly this and reads until the service closes. */
    private String raw(String request) throws IOException {
        try (Socket socket = send(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "breakwater.rate-limit.enabled", "true",
                    "breakwater.rate-limit.paths", "/limited/",
                    "breakwater.rate-limit.reads", "3",
                    "breakwater.rate-limit.writes", "2",
                    "breakwater.rate-limit.window", "PT1H",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }
}
