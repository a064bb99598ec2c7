package io.breakwater.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.auth.principal.JWTParser;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** Another key in a running service that nobody tells of it: only a token of that key does. */
@QuarkusTest
@TestProfile(KeyChangeTest.NeverLooksByItself.class)
@QuarkusTestResource(value = RotatingKeys.class, restrictToAnnotatedClass = true)
class KeyChangeTest {
    private static final SigningKey OLD = SigningKey.named("old");
    private static final SigningKey FRESH = SigningKey.named("fresh");

    @Inject
    JWTParser parser;

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String location;

    @Test
    void aTokenOfAnUnknownKeyMakesTheKeysBeReadAnewBeforeItIsRefused() throws Exception {
        write(SigningKey.jwks(OLD));
        assertThat(status(OLD.token())).isEqualTo(200);
        assertThat(status(FRESH.token())).isEqualTo(401);

        write(SigningKey.jwks(OLD, FRESH));
        given().auth()
                .oauth2(FRESH.token())
                .get("/secured/context")
                .then()
                .statusCode(200)
                .body(equalTo("true"));
        assertThat(status(FRESH.token())).isEqualTo(200);
        assertThat(status(OLD.token())).isEqualTo(200);

        String token = FRESH.token();
        JsonWebToken first = parser.parse(token);
        assertThat(parser.parse(token)).as("remembered").isSameAs(first);
    }

    private static int status(String token) {
        return given().auth()
                .oauth2(token)
                .get("/secured/customers/c1/thing")
                .then()
                .extract()
                .statusCode();
    }

    private void write(String keys) throws IOException {
        Files.writeString(Path.of(location.substring("file:".length())), keys);
    }

    public static final class NeverLooksByItself implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("breakwater.token-verification.look-interval", "PT24H");
        }
    }
}
