package io.credentialrules.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the part of {@code docs/checks.md} that comes from the register. */
final class ChecksDocument {
  /** What is above this line is written by hand. */
  static final String FIRST_LINE = "<!-- From here on written from the register of checks. -->\n";

  private ChecksDocument() {}

  static String written() {
    Map<String, List<Check>> byCategory =
        Check.all().stream()
            .collect(
                Collectors.groupingBy(Check::category, LinkedHashMap::new, Collectors.toList()));
    StringBuilder document = new StringBuilder(FIRST_LINE).append("\n## Index\n");
    byCategory.forEach(
        (category, checks) -> {
          document.append("\n**[%s](#%s)**\n".formatted(category, anchor(category)));
          document
              .append(
                  checks.stream()
                      .map(check -> "[%s](#%s)".formatted(check.code(), check.code()))
                      .collect(Collectors.joining(" ·\n")))
              .append("\n");
        });
    byCategory.forEach(
        (category, checks) -> {
          document.append("\n## ").append(category).append("\n");
          checks.forEach(check -> document.append(section(check)));
        });
    return document.toString();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").replace(' ', '-');
  }

  private static String section(Check check) {
    String severity = check.severity() == Severity.ERROR ? "Error" : "Warning";
    String section =
        "\n### %s\n\n**%s**: %s\n".formatted(check.code(), severity, check.explanation());
    return check.wrong() == null
        ? section
        : section
            + "\n```drl\n%s\n```\n\nRight:\n\n```drl\n%s\n```\n"
                .formatted(check.wrong(), check.right());
  }
}
