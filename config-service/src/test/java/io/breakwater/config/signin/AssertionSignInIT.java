package io.breakwater.config.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.response.ValidatableResponse;
import java.security.Key;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An API key that signs in with a signature (zpa-api 1.3, "Request, key"). */
@RunningConfigService
class AssertionSignInIT {
    private static final String AUDIENCE = "https://api.zscaler.com";
    private static final String RS256 = "RS256";

    private final KeyPair keys = TestAgent.keys("RSA", 2048);
    private Tenant tenant;
    private String clientId;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        clientId = tenant.create("apiKeys", apiKey(pem("PUBLIC KEY", keys.getPublic())));
    }

    @Test
    @DisplayName("The key's signature gets a token of its tenant")
    void signsIn() throws JoseException {
        String token = assertion(sign(claims(clientId), keys.getPrivate(), RS256))
                .statusCode(200)
                .body("expires_in", equalTo(3600))
                .extract()
                .path("access_token");

        given().auth().oauth2(token).get(tenant.v1("server")).then().statusCode(200);
        tenant.get("apiKeys/" + clientId).body("clientSecret", nullValue());
    }

    @Test
    @DisplayName(
            "Other keys, other clients, other audiences, old and far-off times, no signature and a shared secret get none")
    void refuses() throws JoseException {
        assertion(sign(claims(clientId), TestAgent.keys("RSA", 2048).getPrivate(), RS256))
                .statusCode(401);
        assertion(sign(claims(tenant.clientId()), keys.getPrivate(), RS256)).statusCode(401);
        JwtClaims elsewhere = claims(clientId);
        elsewhere.setAudience("https://example.com");
        assertion(sign(elsewhere, keys.getPrivate(), RS256)).statusCode(401);
        JwtClaims expired = claims(clientId);
        expired.setExpirationTime(in(-120));
        assertion(sign(expired, keys.getPrivate(), RS256)).statusCode(401);
        JwtClaims eternal = claims(clientId);
        eternal.setExpirationTime(in(86_400));
        assertion(sign(eternal, keys.getPrivate(), RS256)).statusCode(401);
        JwtClaims otherSubject = claims(clientId);
        otherSubject.setSubject(tenant.clientId());
        assertion(sign(otherSubject, keys.getPrivate(), RS256)).statusCode(401);
        assertion(sign(claims(clientId), null, "none")).statusCode(401);
        Key shared = new HmacKey(keys.getPublic().getEncoded());
        assertion(sign(claims(clientId), shared, "HS256")).statusCode(401);
        assertion("a.b.c").statusCode(401);
        assertion("x".repeat(20_000)).statusCode(401);
        form(Map.of("client_assertion", "a.b.c", "client_assertion_type", "saml"))
                .statusCode(401);
    }

    @Test
    @DisplayName("A disabled key, and one without a public key, get none")
    void keysThatDoNot() throws JoseException {
        String signed = sign(claims(clientId), keys.getPrivate(), RS256);
        tenant.put("apiKeys/" + clientId, Map.of("publicKey", "")).statusCode(204);
        assertion(signed).statusCode(401);
        tenant.put("apiKeys/" + clientId, Map.of("publicKey", pem("PUBLIC KEY", keys.getPublic()), "enabled", false))
                .statusCode(204);
        assertion(signed).statusCode(401);
    }

    @Test
    @DisplayName("An assertion counts once, with a jti or, as ZPA's clients send it, without")
    void countsOnce() throws JoseException {
        JwtClaims named = claims(clientId);
        named.setJwtId("first");
        for (JwtClaims claims : List.of(named, claims(clientId))) {
            String signed = sign(claims, keys.getPrivate(), RS256);
            assertion(signed).statusCode(200);
            assertion(signed).statusCode(401).body("reason", containsString("used before"));
        }
        JwtClaims sameName = claims(clientId);
        sameName.setExpirationTime(in(500));
        sameName.setJwtId("first");
        assertion(sign(sameName, keys.getPrivate(), RS256)).statusCode(401);
        named.setJwtId("second");
        assertion(sign(named, keys.getPrivate(), RS256)).statusCode(200);
    }

    @Test
    @DisplayName("One of many requests with one assertion gets a token, however close they come")
    void countsOnceForAllAtOnce() throws JoseException {
        String signed = sign(claims(clientId), keys.getPrivate(), RS256);
        Map<Integer, Long> byStatus = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> assertion(signed).extract().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(200, 1L, 401, 7L));
    }

    @Test
    @DisplayName("Another spelling of the same signature is the same assertion")
    void countsOnceHoweverItIsSpelled() throws JoseException {
        String signed = sign(claims(clientId), keys.getPrivate(), RS256);
        assertion(signed).statusCode(200);
        assertion(signed + "=").statusCode(401);
        assertion(signed + "==").statusCode(401);
        char last = signed.charAt(signed.length() - 1);
        assertion(signed.substring(0, signed.length() - 1) + (char) (last + 1)).statusCode(401);
    }

    @Test
    @DisplayName("I9: what is remembered of one client is bounded")
    void takesOnlySoManyAtATime() throws JoseException {
        for (int i = 0; i < 20; i++) {
            JwtClaims claims = claims(clientId);
            claims.setJwtId("number " + i);
            assertion(sign(claims, keys.getPrivate(), RS256)).statusCode(200);
        }
        assertion(sign(claims(clientId), keys.getPrivate(), RS256)).statusCode(429);
        String other = tenant.create("apiKeys", apiKey(pem("PUBLIC KEY", keys.getPublic())));
        assertion(sign(claims(other), keys.getPrivate(), RS256)).statusCode(200);
    }

    @Test
    @DisplayName("Private keys, short keys and what is no key are refused as public keys")
    void badKeys() {
        for (String bad : new String[] {
            pem("PRIVATE KEY", keys.getPrivate()),
            pem("PUBLIC KEY", TestAgent.keys("RSA", 1024).getPublic()),
            pem("PUBLIC KEY", TestAgent.keys("EC", 256).getPublic()),
            "no key"
        }) {
            tenant.post("apiKeys", apiKey(bad)).statusCode(400).body("params", hasItem("publicKey"));
        }
    }

    private static Map<String, Object> apiKey(String publicKey) {
        return Map.of("name", Bodies.name("key"), "roleId", "28", "publicKey", publicKey);
    }

    private static JwtClaims claims(String clientId) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(AUDIENCE);
        claims.setExpirationTime(in(600));
        return claims;
    }

    private static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
    }

    private static String sign(JwtClaims claims, Key key, String algorithm) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(algorithm);
        return signature.getCompactSerialization();
    }

    private static ValidatableResponse assertion(String assertion) {
        return form(Map.of("client_assertion", assertion, "client_assertion_type", TestAgent.ASSERTION_TYPE));
    }

    private static ValidatableResponse form(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("grant_type", "client_credentials");
        all.put("audience", AUDIENCE);
        return given().formParams(all).post("/oauth2/v1/token").then();
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + label + "-----\n";
    }
}
