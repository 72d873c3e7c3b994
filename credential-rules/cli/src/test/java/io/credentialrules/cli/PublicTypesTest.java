package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds of every type that a host can name, whichever artifact it is in. The command line uses
 * all artifacts but those for hosts with a framework of their own.
 */
@Tag("once")
class PublicTypesTest {
  private static final Path ARTIFACTS = Path.of("..");
  private static final String SOURCES = "src/main/java/";

  /** The command line itself, which nobody calls, and what it does not use. */
  private static final String NOT_HERE = ".*/(cli|kafka[a-z-]*|micrometer|spark|spring[a-z-]*)/.*";

  @Test
  void whatever_a_host_holds_says_what_it_is_in_a_log() throws Exception {
    List<Class<?>> held =
        types().stream()
            .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
            .filter(PublicTypesTest::hasState)
            .toList();

    assertThat(held).hasSizeGreaterThan(100);
    assertThat(held)
        .allSatisfy(
            type ->
                assertThat(type.getMethod("toString").getDeclaringClass())
                    .as("the class that says what a %s is", type.getSimpleName())
                    .isNotEqualTo(Object.class));
  }

  private static boolean hasState(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
  }

  /** The public types of all artifacts, those in other types included. */
  private static List<Class<?>> types() throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ARTIFACTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String path = file.toString().replace('\\', '/');
        if (path.contains(SOURCES)
            && !path.contains("/internal/")
            && !path.endsWith("-info.java")
            && !path.matches(NOT_HERE)) {
          String name =
              path.substring(path.indexOf(SOURCES) + SOURCES.length(), path.length() - 5)
                  .replace('/', '.');
          addPublic(types, Class.forName(name, false, PublicTypesTest.class.getClassLoader()));
        }
      }
    }
    return types;
  }

  private static void addPublic(List<Class<?>> types, Class<?> type) {
    if (Modifier.isPublic(type.getModifiers())) {
      types.add(type);
      for (Class<?> nested : type.getDeclaredClasses()) {
        addPublic(types, nested);
      }
    }
  }
}
