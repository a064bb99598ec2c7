package io.breakwater.agent.centre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCa;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.identity.IdentityStore;
import io.breakwater.contracts.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientAssertionTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    @TempDir
    Path directory;

    @Test
    void isAJwtThatTheCertificateInItVerifiesAndThatNamesTheBoot() throws Exception {
        TestCa ca = TestCa.create();
        IdentityStore store = new IdentityStore(directory, new LocalDisk());
        AgentIdentity identity =
                store.enrolled(Tenant.any().enrolment(true), ca.certify(store.certificateRequest("a")), ca.pem());

        String[] parts =
                new ClientAssertion(new Boot("boot-1", NOW)).sign(identity, NOW).split("\\.");

        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(verifies(header, parts)).isTrue();
        assertThat(claims.path("iss").asText())
                .isEqualTo("agent-1")
                .isEqualTo(claims.path("sub").asText());
        assertThat(claims.path("aud").asText()).isEqualTo("breakwater");
        assertThat(claims.path("bootId").asText()).isEqualTo("boot-1");
        assertThat(claims.path("bootedAt").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(claims.path("exp").asLong()).isBetween(NOW.getEpochSecond() + 30, NOW.getEpochSecond() + 300);
        assertThat(claims.path("jti").asText()).isNotEmpty();
    }

    private static boolean verifies(JsonNode header, String[] parts) throws Exception {
        byte[] der = Base64.getDecoder().decode(header.path("x5c").path(0).asText());
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(certificate);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonNode json(String part) throws Exception {
        return EventCodec.mapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
