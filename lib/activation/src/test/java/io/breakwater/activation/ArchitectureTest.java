package io.breakwater.activation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.breakwater.activation");

    @Test
    void needsNothingButTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.breakwater.activation..")
                .because("agents, services and tools of any kind use it")
                .check(CLASSES);
    }

    @Test
    void hasNoClockOfItsOwn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("the same arguments must give the same verdict everywhere")
                .check(CLASSES);
    }

    @Test
    void decidesWithoutTheOutsideWorld() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..signing..")
                .and()
                .doNotHaveSimpleName("DrDomain") // IDN, which lies in java.net, touches no network
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.util.logging..")
                .because("a verdict comes from evidence alone")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("io.breakwater.activation.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.breakwater.activation")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.breakwater.activation.*..")
                .because("deciding needs neither signing nor states")
                .check(CLASSES);
    }
}
