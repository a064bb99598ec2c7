package io.breakwater.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A verifier as a service has it, with SmallRye JWT's settings as Quarkus makes them: with the text that was in the file. */
record TestedVerifier(TokenVerifier verifier, JWTAuthContextInfo settings) {

    static TestedVerifier of(Path file) throws IOException {
        return of(settings(Files.readString(file)), Optional.of("file:" + file));
    }

    static TestedVerifier of(String keys) {
        return of(settings(keys), Optional.empty());
    }

    private static TestedVerifier of(JWTAuthContextInfo settings, Optional<String> location) {
        TokenVerifier verifier = new TokenVerifier(
                settings,
                new KeyFile(Optional.empty(), Optional.empty(), location),
                config(Duration.ofSeconds(60), 100),
                Clock.systemUTC(),
                Ticker.systemTicker());
        return new TestedVerifier(verifier, settings);
    }

    static JWTAuthContextInfo settings(String keys) {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setIssuedBy("breakwater");
        settings.setPublicKeyContent(keys.replace("\n", ""));
        return settings;
    }

    static TokenVerificationConfig config(Duration rememberedFor, int mostRemembered) {
        Map<String, String> settings = Map.of(
                "breakwater.token-verification.look-interval", "PT0.1S",
                "breakwater.token-verification.remembered-for", rememberedFor.toString(),
                "breakwater.token-verification.most-remembered", Integer.toString(mostRemembered));
        return new SmallRyeConfigBuilder()
                .withMapping(TokenVerificationConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(TokenVerificationConfig.class);
    }

    JsonWebToken parse(String token) throws ParseException {
        return verifier.parse(token, settings);
    }

    boolean accepts(String token) {
        try {
            return parse(token) != null;
        } catch (ParseException e) {
            return false;
        }
    }
}
