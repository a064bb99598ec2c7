package io.breakwater.platform.security;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the tested service a file of keys of its own. After other givers, whose file this one replaces. */
public final class RotatingKeys implements QuarkusTestResourceLifecycleManager {
    private Path file;

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("breakwater-rotating-keys", ".json");
        } catch (IOException e) {
            throw new UncheckedIOException("no file for the keys", e);
        }
        return Map.of("mp.jwt.verify.publickey.location", "file:" + file);
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
