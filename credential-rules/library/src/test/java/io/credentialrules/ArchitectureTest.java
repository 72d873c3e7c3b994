package io.credentialrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.credentialrules");

  @Test
  void only_the_compile_stage_knows_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.credentialrules.internal.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .because("the engine can then change without anybody outside noticing")
        .check(LIBRARY);
  }

  @Test
  void no_public_type_shows_an_internal_one() {
    noClasses()
        .that()
        .resideInAnyPackage("io.credentialrules.policy..", "io.credentialrules.vocabulary..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.credentialrules.internal..")
        .because("tools and authors build on them, and what is internal may change at any time")
        .check(LIBRARY);
  }

  @Test
  void the_vocabulary_stands_by_itself() {
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.vocabulary..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.credentialrules.policy..", "io.credentialrules.internal..")
        .because("it is the language of authors, and knows nothing of how it is read")
        .check(LIBRARY);
  }

  @Test
  void stages_know_only_those_before_them() {
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.read..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.resolve..",
            "io.credentialrules.internal.check..",
            "io.credentialrules.internal.program..",
            "io.credentialrules.internal.engine..",
            "io.credentialrules.internal.evaluate..",
            "io.credentialrules.internal.explain..",
            "io.credentialrules.internal.plan..")
        .because("the reader must work on any text, whatever the rest does")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.read.token..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.read",
            "io.credentialrules.internal.read.rule..",
            "io.credentialrules.internal.read.condition..")
        .because("tokens are the same whatever is read from them")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.read.condition..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.read", "io.credentialrules.internal.read.rule..")
        .because("conditions are read without knowing the rule that has them")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.fault..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.read..",
            "io.credentialrules.internal.resolve..",
            "io.credentialrules.internal.check..")
        .because("what can be wrong is said in one place, wherever it is found")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.resolve..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.check..",
            "io.credentialrules.internal.engine..",
            "io.credentialrules.internal.evaluate..",
            "io.credentialrules.internal.explain..",
            "io.credentialrules.internal.plan..")
        .because("a program is made without a judgement on what was meant")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.check..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.engine..",
            "io.credentialrules.internal.evaluate..",
            "io.credentialrules.internal.explain..",
            "io.credentialrules.internal.plan..")
        .because("a policy is checked before anything is built from it")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.read..",
            "io.credentialrules.internal.resolve..",
            "io.credentialrules.internal.check..",
            "io.credentialrules.internal.evaluate..",
            "io.credentialrules.internal.explain..")
        .because("a plan only asks what the rules would say, and leaves weighing to them")
        .check(LIBRARY);
  }

  @Test
  void nobody_reads_the_clock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .because("the date of evaluation is an argument, so that an answer can be given again")
        .check(LIBRARY);
  }

  @Test
  void internal_classes_are_final_or_sealed() {
    classes()
        .that()
        .resideInAPackage("io.credentialrules.internal..")
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .because("nothing here is meant to be extended")
        .check(LIBRARY);
  }
}
