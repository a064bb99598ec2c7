package io.breakwater.agent.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.breakwater.agent");

    @Test
    void theCoreIsPlainJava() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..agent.runtime..", "..agent.operator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..")
                .because("the core is tested without a container")
                .check(CLASSES);
    }

    @Test
    void featuresFormNoCircle() {
        slices().matching("io.breakwater.agent.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs itself by way of another one is not a feature")
                .check(CLASSES);
    }

    @Test
    void theModeKeeperKnowsNeitherTheCentreNorTheBusNorDns() {
        noClasses()
                .that()
                .resideInAPackage("..agent.mode..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..agent.centre..",
                        "..agent.bus..",
                        "..agent.dnslook..",
                        "..agent.upkeep..",
                        "org.apache.kafka..")
                .because("an agent switches, serves and returns without them (I4)")
                .check(CLASSES);
    }
}
