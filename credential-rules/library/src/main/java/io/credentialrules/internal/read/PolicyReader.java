package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.internal.limit.Dependencies;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads policy packs. Any text is read to the end and never throws: what is not part of the
 * language is a problem at its place, and all problems of all files are found at once.
 */
public final class PolicyReader {
  private static final String VOCABULARY = "io.credentialrules.vocabulary.";

  private final Limits limits;
  private final Predicate<String> importAllowed;
  private final Problems problems;
  private final List<PolicyRule> rules = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private int rulesRead;
  private long charactersRead;
  private long expandedConditions;
  private boolean stopped;

  private PolicyReader(Limits limits, Predicate<String> importAllowed) {
    this.limits = limits;
    this.importAllowed = importAllowed;
    this.problems = new Problems(limits.maxProblems());
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
    PolicyReader reader = new PolicyReader(limits, importAllowed);
    for (PolicyPack pack : packs) {
      reader.readPack(pack);
    }
    reader.checkDependencies();
    return new ReadResult(new PolicyModel(reader.rules), reader.problems, reader.leftOut);
  }

  private void readPack(PolicyPack pack) {
    int files = 0;
    for (Map.Entry<String, String> file : pack.files().entrySet()) {
      if (!goesOn()) {
        return;
      }
      if (++files > limits.maxFiles()) {
        beyond(
            pack.name() + "/" + file.getKey(),
            "limit-files",
            "more than " + limits.maxFiles() + " files (limit `maxFiles`)");
      } else {
        readFile(pack.name(), file.getKey(), file.getValue());
      }
    }
  }

  private boolean goesOn() {
    return !stopped
        && !problems.full()
        && rulesRead <= limits.maxRules()
        && expandedConditions <= limits.maxExpandedConditions();
  }

  /** Reports that nothing more is read. */
  private void beyond(String file, String code, String message) {
    stopped = true;
    problems.add(
        code,
        new SourceSpan(file, 1, 1, 1, 1),
        message + "; what follows was not read",
        "split the packs, or raise the limit");
  }

  /** Without the rules nothing can be built that would take too much. */
  private void checkDependencies() {
    SourceSpan beyond = Dependencies.beyond(rules, limits.maxDependencies());
    if (beyond != null) {
      problems.add(
          "limit-dependencies",
          beyond,
          "with this condition, those on `Met` and `Earned` may stand for more than "
              + limits.maxDependencies()
              + " requirements and credentials (limit `maxDependencies`)",
          "name the requirement, the credential or the pathway: `pathway == \"…\"`");
      rules.forEach(rule -> leftOut.add(rule.id()));
      rules.clear();
    }
  }

  private void readFile(String pack, String path, String text) {
    String file = pack + "/" + path;
    if (text.length() > limits.maxFileCharacters()) {
      problems.add(
          "limit-file-size",
          new SourceSpan(file, 1, 1, 1, 1),
          "the file has "
              + text.length()
              + " characters; the limit `maxFileCharacters` is "
              + limits.maxFileCharacters(),
          "split it into several files");
      return;
    }
    charactersRead += text.length();
    if (charactersRead > limits.maxPolicyCharacters()) {
      beyond(
          file,
          "limit-policy-size",
          "more than "
              + limits.maxPolicyCharacters()
              + " characters of all files (limit `maxPolicyCharacters`)");
      return;
    }
    Cursor cursor = new Cursor(file, text, limits, problems);
    StatementReader statements =
        new StatementReader(
            cursor,
            pack,
            this::canImport,
            limits.maxRules() - rulesRead,
            limits.maxExpandedConditions() - expandedConditions);
    statements.read();
    rules.addAll(statements.rules());
    leftOut.addAll(statements.leftOut());
    rulesRead += statements.rulesRead();
    expandedConditions += statements.expandedConditions();
  }

  private boolean canImport(String name) {
    boolean ofVocabulary =
        name.startsWith(VOCABULARY) && name.indexOf('.', VOCABULARY.length()) < 0;
    return ofVocabulary || importAllowed.test(name);
  }
}
