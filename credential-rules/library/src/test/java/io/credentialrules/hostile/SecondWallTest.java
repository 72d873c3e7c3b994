package io.credentialrules.hostile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.SampleRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Behind the reader stands no compiler that a text could reach: a policy becomes objects, never
 * classes. So there is nothing that a class loader would have to filter.
 */
class SecondWallTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.credentialrules");

  @TempDir private Path temporary;

  private static void decide(int number) {
    String policy =
        String.format(
            Locale.ROOT,
            """
            rule "Hours %1$d" @requirement( "hours-%1$d" )
            when
                accumulate( WorkExperience( $hours : hours, experience != "planted.Marker%1$d" );
                            $total : sum( $hours ); $total >= %1$d )
            then
            end
            rule "Credential %1$d" @credential( "credential-%1$d" )
            when
                Met( requirement == "hours-%1$d" )
                WorkExperience( employer matches ".*%1$d" ) or AssessmentResult( score >= %1$d )
            then
            end
            """,
            number);
    CredentialRules rules =
        CredentialRules.compile(PolicyPack.of("pack", Map.of("file.drl", policy)));
    assertThat(SampleRecord.evaluate(rules).decisions()).hasSize(1);
  }

  @Test
  void a_policy_that_was_not_seen_before_defines_no_class() throws IOException {
    for (int i = 1; i <= 30; i++) {
      decide(i);
    }
    Path file = temporary.resolve("classes.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ClassDefine").withoutThreshold();
      recording.setDuration(Duration.ofMinutes(1));
      recording.start();
      for (int i = 31; i <= 60; i++) {
        decide(i);
      }
      recording.stop();
      recording.dump(file);
    }
    Set<String> made = new TreeSet<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      String name = event.getClass("definedClass").getName();
      if (!isShipped(name)) {
        made.add(name);
      }
    }
    // The JVM makes a class of each lambda and each form of a method handle when it first meets it.
    assertThat(made)
        .allMatch(name -> name.contains("$$Lambda") || name.startsWith("java.lang.invoke."))
        .hasSizeLessThan(30)
        .noneMatch(name -> name.contains("planted"));
  }

  /** Whether a class is a file of the JDK or of a jar, loaded because it is first needed now. */
  private static boolean isShipped(String name) {
    String file = name.replace('.', '/') + ".class";
    return SecondWallTest.class.getClassLoader().getResource(file) != null;
  }

  @Test
  void nothing_makes_classes_or_runs_scripts() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.tools..",
            "javax.script..",
            "java.rmi..",
            "javax.naming..",
            "com.sun..",
            "sun..",
            "org.mvel2..",
            "org.eclipse.jdt..",
            "org.drools.mvel..",
            "org.drools.compiler..",
            "org.drools.drl.parser..",
            "org.kie.internal.builder..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.reflect.Proxy")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(ClassLoader.class, "loadClass", String.class)
        .orShould()
        .callMethod(java.lang.invoke.MethodHandles.Lookup.class, "defineClass", byte[].class)
        .because("what an author writes must stay data, even behind a mistake of the reader")
        .check(LIBRARY);
  }

  @Test
  void no_class_loader_is_made() {
    noClasses()
        .should()
        .beAssignableTo(ClassLoader.class)
        .orShould()
        .callConstructor(java.net.URLClassLoader.class, java.net.URL[].class)
        .because("classes come from the host's class path and from nowhere else")
        .check(LIBRARY);
  }
}
