package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service without its keys does not start, and says what it lacks. */
class EventKeyFilesTest {
    private static final String SIGNING_KEY = "breakwater.events.signing-key-file";
    private static final String TRUST = "breakwater.events.trust-directory";

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "breakwater.events.source",
            "/dns-watcher",
            SIGNING_KEY,
            TestEventKeys.privateKeyFile("dns-watcher").toString(),
            TRUST,
            TestEventKeys.trustDirectory().toString()));

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aMissingSettingIsNamedWithTheFix() {
        settings.remove(SIGNING_KEY);
        assertThatThrownBy(this::start)
                .hasMessageStartingWith(SIGNING_KEY + " is not set")
                .hasMessageContaining("openssl genpkey")
                .hasMessageContaining("dns-watcher.pem");
        settings.put(SIGNING_KEY, TestEventKeys.privateKeyFile("dns-watcher").toString());
        settings.remove(TRUST);
        assertThatThrownBy(this::start).hasMessageStartingWith(TRUST + " is not set");
    }

    @Test
    void aFileThatIsNoKeyIsNamedWithoutItsContent() throws IOException {
        Path file = Files.writeString(directory.resolve("my.key"), "hunter2");
        settings.put(SIGNING_KEY, file.toString());
        assertThatThrownBy(this::start)
                .hasMessageContaining(SIGNING_KEY)
                .hasMessageContaining("BEGIN PRIVATE KEY")
                .hasMessageNotContaining("hunter2");
        settings.put(SIGNING_KEY, directory.resolve("none.key").toString());
        assertThatThrownBy(this::start).hasMessageContaining(SIGNING_KEY).hasMessageContaining("none.key");
    }

    @Test
    void aDirectoryWithoutKeysIsNamed() {
        settings.put(TRUST, directory.toString());
        assertThatThrownBy(this::start).hasMessageContaining(TRUST).hasMessageContaining("no public Ed25519 key");
    }

    private void start() {
        EventsConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(EventsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(EventsConfig.class);
        new EventKeyFiles(vertx, config).start(new StartupEvent());
    }
}
