package io.credentialrules.testkit.internal.change;

import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
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

  private ChangedFiles(List<PolicyPack> originals) {
    for (PolicyPack pack : originals) {
      pack.files()
          .forEach((file, text) -> sources.put(pack.name() + "/" + file, new SourceText(text)));
    }
  }

  /** Rules once more, and once with each change. */
  ChangedFiles(List<PolicyPack> originals, List<PolicyRule> rules, List<RuleChange> changes) {
    this(originals);
    for (int i = 0; i < rules.size(); i++) {
      add(rules.get(i), original(i), "original" + i / MOST_RULES, null);
    }
    for (int i = 0; i < changes.size(); i++) {
      // a rule that is left out never holds, as a credential without a rule is never earned
      if (changes.get(i).kind() != RuleChange.Kind.WITHOUT_RULE) {
        add(changes.get(i).rule(), changed(i), "changed" + i / MOST_RULES, changes.get(i));
      }
    }
    write(originals);
  }

  /** For each change, its rule and the rule with the change as alternatives of a requirement. */
  static ChangedFiles ofPairs(List<PolicyPack> originals, List<RuleChange> changes) {
    ChangedFiles files = new ChangedFiles(originals);
    for (int i = 0; i < changes.size(); i++) {
      RuleChange change = changes.get(i);
      files.add(change, "pair" + i / MOST_RULES, RuleCopy.pairOf(change, files.source(change), i));
    }
    files.write(originals);
    return files;
  }

  private void write(List<PolicyPack> originals) {
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

  private SourceText source(RuleChange change) {
    return Objects.requireNonNull(sources.get(change.rule().header().span().file()));
  }

  private void add(PolicyRule rule, String id, String part, @Nullable RuleChange change) {
    String written = rule.header().span().file();
    SourceText source = Objects.requireNonNull(sources.get(written));
    String copy = RuleCopy.of(rule, source, id, change == null ? null : change.edit());
    add(written, part, copy, change);
  }

  private void add(RuleChange change, String part, String copy) {
    add(change.rule().header().span().file(), part, copy, change);
  }

  private void add(String written, String part, String copy, @Nullable RuleChange change) {
    SourceText source = Objects.requireNonNull(sources.get(written));
    String file = written + "." + part + ".drl";
    StringBuilder text = texts.computeIfAbsent(file, first -> begin(file, source));
    int line = lengths.getOrDefault(file, 1);
    if (change != null) {
      lines.computeIfAbsent(file, first -> new TreeMap<>()).put(line, change);
    }
    text.append(copy);
    lengths.put(file, line + (int) copy.lines().count());
  }

  /** The change in whose text a place is; none in the text of the packs. */
  List<RuleChange> at(SourceSpan place) {
    TreeMap<Integer, RuleChange> ofFile = lines.get(place.file());
    Map.Entry<Integer, RuleChange> change = ofFile == null ? null : ofFile.floorEntry(place.line());
    return change == null ? List.of() : List.of(change.getValue());
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
      if (problem.severity() == Severity.ERROR) {
        at(problem.span()).forEach(change -> refused.putIfAbsent(change, problem));
      }
    }
    return refused;
  }
}
