package io.breakwater.testsupport.tokens;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes the tested service trust the tokens of {@link TestTokens}. */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {
    private Path file;

    @Override
    public Map<String, String> start() {
        try {
            file = Files.writeString(Files.createTempFile("breakwater-test-tokens", ".pem"), TestTokens.publicPem());
        } catch (IOException e) {
            throw new UncheckedIOException("the test tokens' key cannot be written", e);
        }
        return Map.of(
                "mp.jwt.verify.publickey.location", file.toUri().toString(), "mp.jwt.verify.issuer", TestTokens.ISSUER);
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }
}
