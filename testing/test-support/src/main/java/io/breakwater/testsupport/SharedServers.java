package io.breakwater.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Servers that all test classes of one JVM share. What is known of a running one is kept in a system property, because each Quarkus
 * test application has class loaders, and so static fields, of its own. The servers end with the JVM.
 */
public final class SharedServers {
    private SharedServers() {}

    /**
     * What is known of a server, starting it at the first call.
     *
     * @param property where it is kept, for example {@code breakwater.test.kafka}
     * @param start gets an empty directory for the server and gives what is to be known
     */
    public static String known(String property, Function<Path, String> start) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(property);
            if (known == null) {
                known = start.apply(directory(property));
                System.setProperty(property, known);
            }
            return known;
        }
    }

    private static Path directory(String property) {
        try {
            Path directory = Files.createTempDirectory(property + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryTree.remove(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for " + property, e);
        }
    }
}
