package io.credentialrules.oracle;

import io.credentialrules.PolicyPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes small policies: requirements and credentials that build on each other without a cycle, in
 * one or two packs.
 */
final class PolicyWriter {
  private static final String SILENCE = " @silence( \"empty-record\", \"generated\" )";

  /** What kind of policy is written. */
  enum Form {
    /** Of every kind; all rules say that an empty record may satisfy them. */
    ANY,
    /** Of every kind; no rule says so. */
    UNSILENCED,
    /** Such as more facts cannot undo. */
    LOWER_BOUNDS
  }

  private final Choices choices;
  private final Form form;
  private final List<String> requirements = new ArrayList<>();
  private final List<String> lowerBounds = new ArrayList<>();
  private final List<String> credentials = new ArrayList<>();
  private final List<String> pathways = new ArrayList<>();
  private final Map<String, StringBuilder> packs = new TreeMap<>();
  private final Map<String, ValueWriter> values = new TreeMap<>();
  private int rules;

  private PolicyWriter(Choices choices, Form form) {
    this.choices = choices;
    this.form = form;
  }

  static List<PolicyPack> packs(Choices choices, Form form) {
    PolicyWriter writer = new PolicyWriter(choices, form);
    writer.write();
    return writer.packs.entrySet().stream()
        .map(pack -> PolicyPack.of(pack.getKey(), Map.of("rules.drl", writer.text(pack.getKey()))))
        .toList();
  }

  private String text(String pack) {
    ValueWriter own = values.get(pack);
    return packs.get(pack) + (own == null ? "" : own.declarations());
  }

  private void write() {
    int count = choices.of(2, 3, 4, 5, 6);
    boolean inTwoPacks = choices.chance(30);
    for (int i = 0; i < count; i++) {
      String name = inTwoPacks && i % 2 == 1 ? "other" : "pack";
      ValueWriter named =
          choices.chance(20)
              ? values.computeIfAbsent(
                  name, own -> new ValueWriter(choices, own.equals("pack") ? "V" : "W"))
              : null;
      StringBuilder pack =
          packs.computeIfAbsent(
              name, own -> new StringBuilder("import io.credentialrules.vocabulary.*\n\n"));
      boolean isCredential = i == count - 1 || choices.chance(50);
      int alternatives = choices.of(1, 1, 1, 2, 2, 3);
      boolean exclusive = isCredential && choices.chance(12);
      boolean bounded = form == Form.LOWER_BOUNDS || exclusive || choices.chance(25);
      String id = (isCredential ? "c" : "r") + i;
      String place =
          isCredential && choices.chance(70)
              ? " @pathway( \"p" + i / 3 + "\" ) @level( " + (1 + i % 3) + " )"
              : "";
      for (int j = 0; j < alternatives; j++) {
        String settings =
            isCredential
                ? settings() + (exclusive ? " @evidence( \"exclusive\" )" : "")
                : version();
        pack.append(
            rule(
                (isCredential ? "@credential( \"" : "@requirement( \"")
                    + id
                    + "\" )"
                    + place
                    + settings,
                bounded,
                named));
      }
      if (bounded && !isCredential) {
        lowerBounds.add(id);
      }
      (isCredential ? credentials : requirements).add(id);
      String finished = "p" + (i - 2) / 3;
      if (i % 3 == 2 && pack.indexOf("\"" + finished + "\"") >= 0) {
        pathways.add(finished);
      }
    }
  }

  private String rule(String annotations, boolean bounded, @Nullable ValueWriter named) {
    boolean asksForAFact = form == Form.LOWER_BOUNDS || choices.chance(60);
    List<String> known = form == Form.LOWER_BOUNDS ? credentials : List.of();
    List<String> conditions =
        bounded
            ? new ConditionWriter(choices, lowerBounds, known, List.of()).lowerBounds()
            : new ConditionWriter(choices, requirements, credentials, pathways)
                .conditions(asksForAFact);
    String scales = scales(String.join(" ", conditions), named);
    return "rule \"Rule "
        + ++rules
        + "\"\n  "
        + annotations
        + scales
        + (form == Form.UNSILENCED ? "" : SILENCE)
        + window()
        + "\nwhen\n  "
        + (named == null
            ? String.join("\n  ", conditions)
            : named.named(String.join("\n  ", conditions)))
        + "\nthen\nend\n\n";
  }

  /** Of levels, of grades, or of both where both are compared. */
  private String scales(String conditions, @Nullable ValueWriter named) {
    List<String> scales = new ArrayList<>();
    if (conditions.contains("level")) {
      scales.add(scale(World.SCALES, named));
    }
    if (conditions.contains("grade")) {
      scales.add(scale(World.GRADE_SCALES, named));
    }
    return scales.isEmpty() ? "" : " @scale( " + String.join(", ", scales) + " )";
  }

  private String scale(List<List<String>> orders, @Nullable ValueWriter named) {
    return named != null && choices.chance(40)
        ? named.scale(orders)
        : World.quoted(String.join(" < ", choices.of(orders)));
  }

  private String settings() {
    String settings = "";
    if (choices.chance(30)) {
      settings +=
          " @validFor( \""
              + choices.of("1 year", "7 days", "1 month", "P1Y", "2 years")
              + "\""
              + (choices.chance(30) ? ", \"" + validTo() + "\"" : "")
              + " )";
      if (choices.chance(50)) {
        settings += " @renews( \"" + choices.of("each-part", "latest-part", "whole") + "\" )";
      }
    }
    if (choices.chance(10)) {
      settings += " @lapses( \"never\" )";
    }
    settings += version();
    if (choices.chance(10) && !requirements.isEmpty()) {
      settings += " @recommends( \"" + choices.of(requirements) + "\" )";
    }
    return settings;
  }

  private String validTo() {
    return choices.of(
        "to 12-31", "to 02-29", "to 05-31, 12-31", "to end of month", "to anniversary");
  }

  private String version() {
    return choices.chance(20) ? " @versionBy( \"policy-date\" )" : "";
  }

  private String window() {
    if (!choices.chance(20)) {
      return "";
    }
    String from = "\n  date-effective \"" + World.TODAY.minusDays(choices.below(3) - 1) + "\"";
    String until = "\n  date-expires \"" + World.TODAY.plusDays(choices.below(3)) + "\"";
    return choices.of(from, until, from.replace("2026", "2025") + until);
  }
}
