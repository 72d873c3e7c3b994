package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.FileFaults;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.limit.Dependencies;
import io.credentialrules.internal.read.rule.StatedZone;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Framework;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy packs. Any text is read to the end and never throws: what is not part of the
 * language is a problem at its place, and all problems of all files are found at once.
 */
public final class PolicyReader {
  private static final String VOCABULARY = "io.credentialrules.vocabulary.";

  /** The place of what is wrong with no pack at all. */
  private static final String NO_PACK = "packs";

  private final Limits limits;
  private final Predicate<String> importAllowed;
  private final Problems problems;
  private final List<PolicyRule> rules = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private int rulesRead;
  private long charactersRead;
  private long expandedConditions;
  private boolean stopped;
  private final Map<String, Reference> external = new LinkedHashMap<>();
  private final DeclaredValues values;
  private final List<Framework> frameworks = new ArrayList<>();
  private @Nullable StatedZone zone;

  private PolicyReader(Limits limits, Predicate<String> importAllowed) {
    this.limits = limits;
    this.importAllowed = importAllowed;
    this.problems = new Problems(limits.maxProblems());
    this.values = new DeclaredValues(limits, problems);
  }

  /** Reads packs that import nothing but the vocabulary. */
  public static ReadResult read(List<PolicyPack> packs, Limits limits) {
    return read(packs, limits, name -> false);
  }

  /**
   * Reads packs.
   *
   * @param importAllowed whether a name can be imported that is not of the vocabulary, such as
   *     {@code org.example.Badge} or {@code org.example.*}
   */
  public static ReadResult read(
      List<PolicyPack> packs, Limits limits, Predicate<String> importAllowed) {
    return read(packs, limits, importAllowed, GivenValues.NONE);
  }

  /** Reads packs with values that the host gives. */
  public static ReadResult read(
      List<PolicyPack> packs, Limits limits, Predicate<String> importAllowed, GivenValues given) {
    PolicyReader reader = new PolicyReader(limits, importAllowed);
    if (packs.isEmpty()) {
      reader.problems.add(startOf(NO_PACK), FileFaults.noRulesPacks());
    }
    for (PolicyPack pack : packs) {
      reader.readPack(pack);
    }
    reader.values.complete(given);
    reader.recogniseValues();
    reader.checkDependencies();
    return new ReadResult(
        new PolicyModel(
            reader.rules,
            reader.zone == null ? null : reader.zone.zone(),
            List.copyOf(reader.external.values()),
            reader.values.all(),
            reader.frameworks),
        reader.problems,
        reader.leftOut);
  }

  private void readPack(PolicyPack pack) {
    if (pack.files().isEmpty()) {
      problems.add(startOf(pack.name()), FileFaults.noRulesPack(pack.name()));
    }
    int files = 0;
    int rulesBefore = rulesRead;
    int frameworksBefore = frameworks.size();
    int problemsBefore = problems.count();
    for (Map.Entry<String, String> file : pack.files().entrySet()) {
      if (!goesOn()) {
        return;
      }
      if (++files > limits.maxFiles()) {
        beyond(pack.name() + "/" + file.getKey(), LimitFaults.limitFiles(limits.maxFiles()));
      } else {
        readFile(pack.name(), file.getKey(), file.getValue());
      }
    }
    if (rulesRead == rulesBefore
        && frameworks.size() == frameworksBefore
        && problems.count() == problemsBefore) {
      problems.add(startOf(pack.name()), FileFaults.noRulesPack(pack.name()));
    }
  }

  private boolean goesOn() {
    return !stopped
        && !problems.full()
        && rulesRead <= limits.maxRules()
        && expandedConditions <= limits.maxExpandedConditions();
  }

  /** Reports that nothing more is read. */
  private void beyond(String file, Fault fault) {
    stopped = true;
    problems.add(startOf(file), fault);
  }

  private static SourceSpan startOf(String file) {
    return new SourceSpan(file, 1, 1, 1, 1);
  }

  /** Takes the names of values for what they are, and counts what they add to the rules. */
  private void recogniseValues() {
    List<PolicyRule> recognised = new ArrayList<>();
    for (PolicyRule rule : rules) {
      PolicyRule own = values.recognised(rule);
      long added = own == null ? 0 : values.addedConditions(own);
      expandedConditions += added;
      if (added > 0 && expandedConditions > limits.maxExpandedConditions()) {
        problems.add(
            rule.header().nameSpan(),
            LimitFaults.limitExpandedConditions(limits.maxExpandedConditions()));
        own = null;
      }
      if (own == null) {
        leftOut.add(rule.id());
      } else {
        recognised.add(own);
      }
    }
    rules.clear();
    rules.addAll(recognised);
  }

  /** Without the rules nothing can be built that would take too much. */
  private void checkDependencies() {
    SourceSpan beyond =
        Dependencies.beyond(rules, external.keySet(), limits.maxDependencies(), values::editions);
    if (beyond != null) {
      problems.add(beyond, LimitFaults.limitDependencies(limits.maxDependencies()));
      rules.forEach(rule -> leftOut.add(rule.id()));
      rules.clear();
    }
  }

  private void readFile(String pack, String path, String text) {
    String file = pack + "/" + path;
    if (text.length() > limits.maxFileCharacters()) {
      problems.add(startOf(file), LimitFaults.limitFileSize(limits.maxFileCharacters()));
      return;
    }
    charactersRead += text.length();
    if (charactersRead > limits.maxPolicyCharacters()) {
      beyond(file, LimitFaults.limitPolicySize(limits.maxPolicyCharacters()));
      return;
    }
    int problemsBefore = problems.count();
    Cursor cursor = new Cursor(file, text, limits, problems, texts);
    StatementReader statements =
        new StatementReader(
            cursor,
            pack,
            this::canImport,
            limits.maxRules() - rulesRead,
            limits.maxExpandedConditions() - expandedConditions);
    statements.read();
    if (statements.rulesRead() == 0
        && statements.values().isEmpty()
        && statements.frameworks().isEmpty()
        && problems.count() == problemsBefore) {
      problems.add(startOf(file), FileFaults.noRules());
    }
    statements.zones().forEach(this::agree);
    statements.external().forEach(one -> external.putIfAbsent(one.id(), one));
    values.add(pack, statements.values(), statements.leftOutValues());
    frameworks.addAll(statements.frameworks());
    rules.addAll(statements.rules());
    leftOut.addAll(statements.leftOut());
    rulesRead += statements.rulesRead();
    expandedConditions += statements.expandedConditions();
  }

  /** "Today" has one date only if all packs that name a zone name the same. */
  private void agree(StatedZone stated) {
    if (zone == null) {
      zone = stated;
    } else if (!zone.zone().equals(stated.zone())) {
      problems.add(
          stated.span(),
          PolicyFaults.twoZones(stated.zone().getId(), zone.zone().getId(), zone.span()));
    }
  }

  private boolean canImport(String name) {
    boolean ofVocabulary =
        name.startsWith(VOCABULARY) && name.indexOf('.', VOCABULARY.length()) < 0;
    return ofVocabulary || importAllowed.test(name);
  }
}
