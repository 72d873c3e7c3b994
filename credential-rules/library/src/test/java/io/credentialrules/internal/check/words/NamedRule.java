package io.credentialrules.internal.check.words;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule of a corpus: its name on a line, its annotations and conditions indented below it. A line
 * with a hash says what the rules below it have in common.
 */
record NamedRule(String heading, String name, String annotations, String conditions) {
  private static final Path FOLDER = Path.of("src/test/resources/names");

  static List<NamedRule> of(String file) {
    List<NamedRule> rules = new ArrayList<>();
    String heading = "";
    for (String line : lines(file)) {
      if (line.startsWith("#")) {
        heading = line.substring(1).strip();
      } else if (line.startsWith("  @")) {
        NamedRule last = rules.remove(rules.size() - 1);
        rules.add(new NamedRule(heading, last.name, line.strip(), last.conditions));
      } else if (line.startsWith(" ")) {
        NamedRule last = rules.remove(rules.size() - 1);
        rules.add(
            new NamedRule(heading, last.name, last.annotations, last.conditions + line + "\n"));
      } else {
        rules.add(new NamedRule(heading, line, "", ""));
      }
    }
    return rules;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is said of a pack of this rule alone. */
  List<Problem> problems() {
    String text =
        "rule \"%s\"\n    @credential( \"c\" ) %s\nwhen\n%sthen\nend\n"
            .formatted(name, annotations, conditions);
    return CredentialRules.builder().add(PolicyPack.of("p", Map.of("p.drl", text))).check();
  }
}
