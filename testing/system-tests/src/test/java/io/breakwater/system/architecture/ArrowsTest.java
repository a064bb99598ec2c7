package io.breakwater.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.breakwater.system.Checkout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build graph of docs/architecture.md: arrows point one way. */
class ArrowsTest {
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        Set<String> serviceLibraries =
                Set.of("lib/activation", "lib/contracts", "lib/dns", "lib/platform", "lib/outbox");
        MAY_USE.put("lib/activation", Set.of());
        MAY_USE.put("lib/contracts", Set.of());
        MAY_USE.put("lib/dns", Set.of());
        MAY_USE.put("lib/platform", Set.of("lib/contracts"));
        MAY_USE.put("lib/outbox", Set.of("lib/contracts", "lib/platform"));
        MAY_USE.put("deploy/embedded", Set.of());
        MAY_USE.put("drctl", Set.of("lib/activation", "lib/contracts", "lib/dns"));
        MAY_USE.put("config-service", serviceLibraries);
        MAY_USE.put("snapshot-service", serviceLibraries);
        MAY_USE.put("dr-controller", serviceLibraries);
        MAY_USE.put("dns-watcher", serviceLibraries);
        MAY_USE.put("agents/agent-core", Set.of("lib/activation", "lib/contracts", "lib/dns"));
        MAY_USE.put("agents/app-connector", Set.of("agents/agent-core", "lib/contracts", "lib/activation"));
        MAY_USE.put("agents/service-edge", Set.of("agents/agent-core", "lib/contracts", "lib/activation"));
        MAY_USE.put("deploy/local", Set.of("deploy/embedded", "lib/activation", "lib/contracts"));
    }

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = Modules.productionClasses();
    }

    static Stream<String> modules() {
        return Modules.PACKAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyTheModulesBelowIt(String module) {
        String[] forbidden = Modules.PACKAGES.entrySet().stream()
                .filter(other -> !other.getKey().equals(module))
                .filter(other -> !MAY_USE.get(module).contains(other.getKey()))
                .map(other -> other.getValue() + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(Modules.PACKAGES.get(module) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("services meet on the bus and over REST; libraries know no one above them")
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKeepsToItsOwnPackage(String module) {
        JavaClasses ofTheModule = new ClassFileImporter()
                .importPath(Checkout.root().resolve(module).resolve("target/classes"));

        classes()
                .should()
                .resideInAPackage(Modules.PACKAGES.get(module) + "..")
                .because("a package belongs to one module")
                .check(ofTheModule);
    }

    @Test
    void noProductionClassKnowsTheTests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.breakwater.testsupport..", "io.breakwater.system..", "org.junit..")
                .because("fixtures are for tests")
                .check(classes);
    }

    @Test
    void theActivationRecordIsJudgedInPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("io.breakwater.activation..", "io.breakwater.contracts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "io.vertx..", "org.xbill..")
                .because("every part of the suite, whatever it is built with, calls the same function")
                .check(classes);
    }

    @Test
    void onlyOneModuleKnowsTheDnsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.breakwater.dns..",
                        "io.breakwater.embedded..",
                        "io.breakwater.watcher.notify..",
                        "io.breakwater.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.xbill..")
                .because("look-ups go through one port; a NOTIFY listener and a zone server read messages themselves")
                .check(classes);
    }
}
