package io.breakwater.snapshot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StructureTest {
    private final JavaClasses ours = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.breakwater.snapshot.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs another must not be needed by it")
                .check(ours);
    }

    @Test
    void entitiesStayInTheirFeature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .should()
                .bePackagePrivate()
                .because("views and events are what others see")
                .check(ours);
    }

    @Test
    void whatASnapshotHoldsIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("..content..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "org.hibernate..")
                .because("it is decided by pure functions")
                .check(ours);
    }
}
