package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A host that does not know the library: a plug-in brings it, in a class loader of its own, and can
 * be replaced by another. Nothing has to be closed; a loader that is dropped is collected.
 */
public final class PlugInHost {
  private PlugInHost() {}

  /** Prints what two plug-ins decide, and whether each has brought the library itself. */
  public static void main(String[] arguments) throws Exception {
    for (String name : List.of("first", "second")) {
      try (URLClassLoader loader =
          new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())) {
        Callable<?> plugIn =
            (Callable<?>)
                loader.loadClass(PlugIn.class.getName()).getDeclaredConstructor().newInstance();
        boolean isItsOwn =
            !loader.loadClass(CredentialRules.class.getName()).equals(CredentialRules.class);
        System.out.println(name + " plug-in: " + plugIn.call());
        System.out.println("  with a library of its own: " + isItsOwn);
      }
    }
  }

  /** What a plug-in is installed with; here, all that this program runs with. */
  private static URL[] jars() throws Exception {
    List<URL> jars = new ArrayList<>();
    for (String path : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      jars.add(Path.of(path).toUri().toURL());
    }
    return jars.toArray(new URL[0]);
  }

  /** The plug-in: what it gives is of the JDK, because host and plug-in share nothing else. */
  public static final class PlugIn implements Callable<List<String>> {
    @Override
    public List<String> call() {
      CredentialRules rules =
          CredentialRules.compile(
              PolicyPack.of(
                  "plug-in",
                  Map.of(
                      "student.drl",
                      """
                      rule "A student" @credential( "student" ) when
                        Enrolment( level == "UNDERGRADUATE" )
                      then end
                      """)));
      LearnerRecord kim =
          LearnerRecord.builder("kim")
              .add(Enrolment.builder().level(EnrolmentLevel.UNDERGRADUATE).build())
              .build();
      return rules.evaluate(kim, LocalDate.of(2026, 5, 1), ZoneOffset.UTC).earned();
    }
  }
}
