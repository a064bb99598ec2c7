package io.breakwater.controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

class LayersTest {
    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.breakwater.controller");

    @Test
    void entitiesNeverLeaveTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .because("what a feature stores is its own; others get views")
                .check(service);
    }

    @Test
    void repositoriesAreKnownToTheirFeatureOnly() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .because("other features call the service")
                .check(service);
    }

    @Test
    void resourcesAndConsumersCallServicesNotRepositories() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Consumer")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .orShould()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .because("transport translates, services decide, repositories query")
                .check(service);
    }

    @Test
    void servicesKnowNothingOfTheTransport() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..")
                .because("the same use case may come by HTTP, Kafka or timer")
                .check(service);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.breakwater.controller.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can then be read, tested and moved alone")
                .check(service);
    }
}
