package io.breakwater.dns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.breakwater.dns");

    @Test
    void usesNoStaticLookup() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.xbill.DNS.Lookup")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.xbill.DNS.ExtendedResolver")
                .because(
                        "the static Lookup has a global cache, and ExtendedResolver takes the first SERVFAIL for an answer")
                .check(CLASSES);
    }

    @Test
    void knowsNoActivationRecordAndNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.breakwater.activation..", "io.quarkus..", "io.smallrye..", "jakarta..")
                .because("the port gives octets; what they mean is lib/activation's")
                .check(CLASSES);
    }
}
