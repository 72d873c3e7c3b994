package io.credentialrules.testkit.internal.change;

import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of packs with further files, in which rules are written once more and with changes. A
 * file has few rules, so that it stays within the limits that the host sets on files.
 */
final class ChangedFiles {
  private static final int MOST_RULES = 100;

  private final Map<String, SourceText> sources = new HashMap<>();
  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final Map<String, TreeMap<Integer, RuleChange>> lines = new HashMap<>();
  private final List<PolicyPack> packs = new ArrayList<>();

  ChangedFiles(List<PolicyPack> originals, List<PolicyRule> rules, List<RuleChange> changes) {
    for (PolicyPack pack : originals) {
      pack.files()
          .forEach((file, text) -> sources.put(pack.name() + "/" + file, new SourceText(text)));
    }
    for (int i = 0; i < rules.size(); i++) {
      add(rules.get(i), original(i), "original" + i / MOST_RULES, null);
    }
    for (int i = 0; i < changes.size(); i++) {
      add(changes.get(i).rule(), changed(i), "changed" + i / MOST_RULES, changes.get(i));
    }
    for (PolicyPack pack : originals) {
      Map<String, String> files = new LinkedHashMap<>(pack.files());
      String folder = pack.name() + "/";
      texts.forEach(
          (file, text) -> {
            if (file.startsWith(folder)) {
              files.put(file.substring(folder.length()), text.toString());
            }
          });
      packs.add(PolicyPack.of(pack.name(), files));
    }
  }

  /** The id of the credential that is a rule once more. */
  static String original(int number) {
    return "original-" + number;
  }

  /** The id of the credential that is a rule with a change. */
  static String changed(int number) {
    return "changed-" + number;
  }

  private void add(PolicyRule rule, String id, String part, @Nullable RuleChange change) {
    String written = rule.header().span().file();
    SourceText source = Objects.requireNonNull(sources.get(written));
    String file = written + "." + part + ".drl";
    StringBuilder text = texts.computeIfAbsent(file, first -> begin(file, source));
    int line = lengths.getOrDefault(file, 1);
    if (change != null) {
      lines.computeIfAbsent(file, first -> new TreeMap<>()).put(line, change);
    }
    String copy = RuleCopy.of(rule, source, id, change == null ? null : change.edit());
    text.append(copy);
    lengths.put(file, line + (int) copy.lines().count());
  }

  /** The package and the imports of the file that is copied. */
  private StringBuilder begin(String file, SourceText source) {
    StringBuilder start = new StringBuilder();
    source
        .code(0, source.text().length())
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("package ") || line.startsWith("import "))
        .forEach(line -> start.append(line).append('\n'));
    lengths.put(file, 1 + (int) start.toString().lines().count());
    return start;
  }

  List<PolicyPack> packs() {
    return packs;
  }

  /** The changes in whose text there is an error, each with the first. */
  Map<RuleChange, Problem> refused(List<Problem> problems) {
    Map<RuleChange, Problem> refused = new LinkedHashMap<>();
    for (Problem problem : problems) {
      TreeMap<Integer, RuleChange> ofFile = lines.get(problem.span().file());
      Map.Entry<Integer, RuleChange> change =
          ofFile == null ? null : ofFile.floorEntry(problem.span().line());
      if (problem.severity() == Severity.ERROR && change != null) {
        refused.putIfAbsent(change.getValue(), problem);
      }
    }
    return refused;
  }
}
