package io.breakwater.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file changes while the service runs. */
class KeyRotationTest {
    private static final SigningKey OLD = SigningKey.named("old");
    private static final SigningKey FRESH = SigningKey.named("fresh");

    private final Warnings warnings = new Warnings();
    private final Logger log = Logger.getLogger(TokenVerifier.class.getName());

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        log.addHandler(warnings);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(warnings);
    }

    @Test
    void aKeyThatComesIsAcceptedAndOneThatGoesIsRefusedWithItsRememberedTokens() throws Exception {
        TestedVerifier verifier = verifier(OLD.pem());
        String ofOld = OLD.token();
        assertThat(verifier.accepts(ofOld)).isTrue();
        assertThat(verifier.accepts(FRESH.token())).isFalse();

        change(verifier, SigningKey.jwks(OLD, FRESH));
        String ofFresh = FRESH.token();
        assertThat(verifier.accepts(ofOld)).isTrue();
        assertThat(verifier.accepts(ofFresh)).isTrue();

        change(verifier, SigningKey.jwks(FRESH));
        assertThat(verifier.accepts(ofOld)).isFalse();
        assertThat(verifier.accepts(ofFresh)).isTrue();
    }

    @Test
    void onePemMayFollowAnother() throws Exception {
        TestedVerifier verifier = verifier(OLD.pem());
        verifier.parse(OLD.token());

        change(verifier, FRESH.pem());

        assertThat(verifier.accepts(FRESH.token())).isTrue();
        assertThat(verifier.accepts(OLD.token())).isFalse();
    }

    @Test
    void theFirstTokenFindsWhatIsInTheFileByThen() throws Exception {
        TestedVerifier verifier = verifier(OLD.pem());

        Files.writeString(file(), FRESH.pem());

        assertThat(verifier.accepts(FRESH.token())).isTrue();
    }

    @Test
    void aFileThatStaysTheSameForgetsNothing() throws Exception {
        TestedVerifier verifier = verifier(SigningKey.jwks(OLD));
        String token = OLD.token();
        Object before = verifier.parse(token);

        change(verifier, SigningKey.jwks(OLD));

        assertThat(verifier.parse(token)).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"RSA\"",
                "{\"keys\":7}",
                "-----BEGIN PUBLIC KEY-----\nMIIB"
            })
    void aFileWithoutKeysTakesNothingAwayAndIsWarnedOfOnce(String broken) throws Exception {
        TestedVerifier verifier = verifier(SigningKey.jwks(OLD));
        String remembered = OLD.token();
        verifier.parse(remembered);

        change(verifier, broken);
        change(verifier, broken + " ");

        assertThat(verifier.accepts(remembered)).isTrue();
        assertThat(verifier.accepts(OLD.token())).isTrue();
        assertThat(verifier.accepts(FRESH.token())).isFalse();
        assertThat(warnings.texts).singleElement().asString().contains("the keys of before stay in force");
    }

    @Test
    void aFileThatIsGoneTakesNothingAwayEither() throws Exception {
        TestedVerifier verifier = verifier(SigningKey.jwks(OLD));
        verifier.parse(OLD.token());

        Files.delete(file());
        verifier.verifier().look();

        assertThat(verifier.accepts(OLD.token())).isTrue();
        assertThat(warnings.texts).hasSize(1);
    }

    @Test
    void whatWasMendedIsWarnedOfAnewWhenItBreaksAgain() throws Exception {
        TestedVerifier verifier = verifier(SigningKey.jwks(OLD));
        verifier.parse(OLD.token());

        change(verifier, "{");
        change(verifier, SigningKey.jwks(FRESH));
        assertThat(verifier.accepts(FRESH.token())).isTrue();
        change(verifier, "{");

        assertThat(warnings.texts).hasSize(2);
    }

    @Test
    void aFileThatIsBrokenFromTheBeginningLetsNobodyInUntilItIsMended() throws Exception {
        TestedVerifier verifier = verifier("{");
        assertThat(verifier.accepts(OLD.token())).isFalse();
        assertThat(warnings.texts).singleElement().asString().contains("no token is accepted");

        change(verifier, OLD.pem());

        assertThat(verifier.accepts(OLD.token())).isTrue();
    }

    private TestedVerifier verifier(String keys) throws IOException {
        Files.writeString(file(), keys);
        return TestedVerifier.of(file());
    }

    private void change(TestedVerifier verifier, String keys) throws IOException {
        Files.writeString(file(), keys);
        verifier.verifier().look();
    }

    private Path file() {
        return directory.resolve("keys");
    }

    private static final class Warnings extends Handler {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                texts.add(String.format(entry.getMessage(), entry.getParameters()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
