package io.breakwater.testsupport.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    @Test
    void mintsATokenThatThePublicKeyVerifies() throws Exception {
        String[] parts = TestTokens.admin("72057594037927936").split("\\.");

        byte[] key = Base64.getMimeDecoder().decode(TestTokens.publicPem().replaceAll("-----[A-Z ]+-----", ""));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains("\"customerId\":\"72057594037927936\"", "\"groups\":[\"ADMIN\"]", "\"iss\":\"breakwater\"");
    }
}
