package io.breakwater.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.breakwater.system.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The compiled modules of this checkout, in the order of the parent POM. */
final class Modules {
    /** Modules that have production classes, and the package that is theirs. */
    static final Map<String, String> PACKAGES = packages();

    private Modules() {}

    static JavaClasses productionClasses() {
        return new ClassFileImporter().importPaths(classFolders());
    }

    /** @throws IllegalStateException when a module was not compiled, so that a rule never passes for want of classes */
    private static List<Path> classFolders() {
        Path root = Checkout.root();
        return PACKAGES.keySet().stream()
                .map(module -> root.resolve(module).resolve("target/classes"))
                .peek(folder -> {
                    if (!hasClasses(folder)) {
                        throw new IllegalStateException(folder + " has no classes: build all modules first");
                    }
                })
                .toList();
    }

    private static boolean hasClasses(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> packages() {
        Map<String, String> packages = new LinkedHashMap<>();
        packages.put("lib/activation", "io.breakwater.activation");
        packages.put("lib/contracts", "io.breakwater.contracts");
        packages.put("lib/dns", "io.breakwater.dns");
        packages.put("lib/platform", "io.breakwater.platform");
        packages.put("lib/outbox", "io.breakwater.outbox");
        packages.put("deploy/embedded", "io.breakwater.embedded");
        packages.put("drctl", "io.breakwater.drctl");
        packages.put("config-service", "io.breakwater.config");
        packages.put("snapshot-service", "io.breakwater.snapshot");
        packages.put("dr-controller", "io.breakwater.controller");
        packages.put("dns-watcher", "io.breakwater.watcher");
        packages.put("agents/agent-core", "io.breakwater.agent");
        packages.put("agents/app-connector", "io.breakwater.connector");
        packages.put("agents/service-edge", "io.breakwater.edge");
        packages.put("deploy/local", "io.breakwater.local");
        return packages;
    }
}
