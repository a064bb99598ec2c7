package io.breakwater.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that was taken away is refused without anybody's doing. */
class KeyWatchTest {
    private static final SigningKey OLD = SigningKey.named("old");
    private static final SigningKey FRESH = SigningKey.named("fresh");

    private Vertx vertx;

    @TempDir
    Path directory;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void looksByItself() throws Exception {
        Path file = Files.writeString(directory.resolve("keys"), SigningKey.jwks(OLD, FRESH));
        TestedVerifier verifier = TestedVerifier.of(file);
        KeyWatch watch = new KeyWatch(
                vertx,
                verifier.verifier(),
                new KeyFile(Optional.empty(), Optional.empty(), Optional.of("file:" + file)),
                TestedVerifier.config(Duration.ofSeconds(60), 100));
        watch.start(new StartupEvent());
        String token = OLD.token();
        assertThat(verifier.accepts(token)).isTrue();

        Files.writeString(file, SigningKey.jwks(FRESH));

        await().atMost(Duration.ofSeconds(10)).until(() -> !verifier.accepts(token));
        assertThat(verifier.accepts(FRESH.token())).isTrue();
        watch.stop();
    }
}
