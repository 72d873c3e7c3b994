package io.credentialrules.report;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class ReportArchitectureTest {
  private static final JavaClasses REPORT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.credentialrules.report");

  @Test
  void reports_are_made_of_what_every_host_can_see() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.credentialrules.internal..", "org.drools..", "org.kie..")
                .and(not(resideInAPackage("io.credentialrules.internal.work"))))
        .because(
            "whatever a report tells, a host can find out by itself; only being interrupted is the"
                + " library's, so that it is the same everywhere")
        .check(REPORT);
  }

  @Test
  void only_five_types_are_for_hosts() {
    classes()
        .that()
        .resideInAPackage("io.credentialrules.report")
        .and()
        .arePublic()
        .should()
        .haveSimpleName("Sentences")
        .orShould()
        .haveSimpleName("Report")
        .orShould()
        .haveSimpleName("CredentialGraph")
        .orShould()
        .haveSimpleName("PolicyDocument")
        .orShould()
        .haveSimpleName("ReportLimits")
        .because("a public type is a promise")
        .check(REPORT);
  }

  @Test
  void each_library_is_known_by_one_package() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.credentialrules.report.internal.picture..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse..")
        .because("the layout can then change without anybody noticing")
        .check(REPORT);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.credentialrules.report.internal.page..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("freemarker..")
        .because("templates are how pages are written, and nothing else")
        .check(REPORT);
  }
}
