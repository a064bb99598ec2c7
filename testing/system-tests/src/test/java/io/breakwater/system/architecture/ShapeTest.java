package io.breakwater.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can hold. */
class ShapeTest {
    private static final List<String> DRAWERS =
            List.of("util", "utils", "common", "helper", "helpers", "support", "impl", "misc");

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = Modules.productionClasses();
    }

    @Test
    void noPackageIsADrawer() {
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(List.of(name.split("\\.")))
                        .as("a helper is named for its job and lives with its user")
                        .doesNotContainAnyElementsOf(DRAWERS));
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        TreeSet<String> undocumented = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.getSource().isPresent() && !Packages.isDocumented(type)) {
                undocumented.add(type.getPackageName());
            }
        }
        assertThat(undocumented).as("packages without package-info.java").isEmpty();
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a class with final fields can be tested without a container")
                .check(classes);
    }

    @Test
    void resourcesDoNotReachIntoRepositories() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .because("a resource translates and calls one service method")
                .check(classes);
    }

    @Test
    void repositoriesKnowNothingOfHttp() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.breakwater.platform.problem..")
                .because("a repository is queries with intent names")
                .check(classes);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("waiting is scheduling, or waiting for a condition with a limit")
                .check(classes);
    }

    @Test
    void nobodyUsesDnsjavasProcessWideLookup() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.xbill.DNS.Lookup")
                .because("its cache and its resolver are static")
                .check(classes);
    }

    @Test
    void nobodyAsksTheClockOfTheSystemInTheJudgementOfARecord() {
        noClasses()
                .that()
                .resideInAPackage("io.breakwater.activation..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("the same evidence at the same time gives the same verdict everywhere")
                .check(classes);
    }

    @Test
    void loggersAreConstants() {
        fields().that()
                .haveRawType("org.jboss.logging.Logger")
                .or()
                .haveRawType("org.slf4j.Logger")
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true)
                .check(classes);
    }
}
