package io.breakwater.config.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.SecretFiles;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** While the signing key changes, tokens of both keys count. */
@RunningConfigService
class KeyRotationIT {
    @ConfigProperty(name = SecretFiles.FORMER_KEY)
    Path formerKey;

    @Test
    @DisplayName("The key set tells the key that signs and the one that signed before")
    void tellsBoth() throws IOException, GeneralSecurityException {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(2))
                .body("keys.kid", hasItem(id(former())))
                .body("keys.alg.unique()", equalTo(List.of("RS256")));
    }

    @Test
    @DisplayName("A token of the former key counts beside those of the new one; of any other key none does")
    void bothCount() throws IOException, GeneralSecurityException {
        given().auth()
                .oauth2(Tenant.operatorToken())
                .get("/api/v1/customers")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(signed(former(), id(former())))
                .get("/api/v1/customers")
                .then()
                .statusCode(200);
        PrivateKey other = TestAgent.keys("RSA", 2048).getPrivate();
        given().auth()
                .oauth2(signed(other, id(former())))
                .get("/api/v1/customers")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(signed(other, "other"))
                .get("/api/v1/customers")
                .then()
                .statusCode(401);
    }

    private RSAPrivateCrtKey former() throws IOException, GeneralSecurityException {
        String pem = Files.readString(formerKey).replaceAll("-----[A-Z ]+-----", "");
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }

    private static String id(RSAPrivateCrtKey key) {
        return PublicJwk.of(key.getModulus(), key.getPublicExponent()).kid();
    }

    private static String signed(PrivateKey key, String kid) {
        return Jwt.issuer("breakwater")
                .subject("operator")
                .groups("OPERATOR")
                .expiresIn(60)
                .jws()
                .keyId(kid)
                .sign(key);
    }
}
