package io.credentialrules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of problems, as the sources of the library write them. */
final class EmittedCodes {
  private static final Path SOURCES = Path.of("src/main/java/io/credentialrules");

  /** A text of words joined by hyphens; codes of one word stand first in a call that reports. */
  private static final Pattern HYPHENATED = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

  private static final Pattern REPORTED =
      Pattern.compile(
          "(?:report|fail|failFrom|error|warn|slipped)\\([^\";]*?\"([a-z]+)\",|\\? \"[a-z]+-[a-z-]+\" : \"([a-z]+)\",");

  /** Hyphenated texts that are no codes: attributes, settings, and parts of codes. */
  private static final List<String> NO_CODES =
      List.of(
          "activation-group",
          "agenda-group",
          "auto-focus",
          "date-effective",
          "date-expires",
          "evaluation-date",
          "lock-on-active",
          "no-loop",
          "policy-date",
          "ruleflow-group",
          "with-components");

  private EmittedCodes() {}

  static Set<String> all() {
    TreeSet<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.startsWith(SOURCES.resolve("vocabulary"))) {
          String source = Files.readString(file).replaceAll("(?m)^ *(?:\\*|//|/\\*).*$", "");
          collect(HYPHENATED, source, codes);
          collect(REPORTED, source, codes);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    codes.removeAll(NO_CODES);
    codes.add("unexpected-symbol");
    codes.addAll(refused());
    codes.add("unknown-credential");
    codes.add("unknown-requirement");
    return codes;
  }

  private static void collect(Pattern pattern, String source, Set<String> into) {
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          into.add(matcher.group(i));
        }
      }
    }
  }

  /** Attributes and statements, whose codes begin with their names. */
  private static List<String> refused() {
    return Stream.of(
            "salience enabled no-loop agenda-group ruleflow-group activation-group auto-focus"
                .concat(" lock-on-active refract direct duration timer calendars dialect")
                .concat(" function global query declare unit")
                .split(" "))
        .map(name -> name + "-not-allowed")
        .toList();
  }
}
