package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
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
      for (Map.Entry<String, String> file : pack.files().entrySet()) {
        if (reader.goesOn()) {
          reader.readFile(pack.name(), file.getKey(), file.getValue());
        }
      }
    }
    return new ReadResult(new PolicyModel(reader.rules), reader.problems, reader.leftOut);
  }

  private boolean goesOn() {
    return !problems.full() && rulesRead <= limits.maxRules();
  }

  private void readFile(String pack, String path, String text) {
    String file = pack + "/" + path;
    if (text.length() > limits.maxFileCharacters()) {
      problems.add(
          "limit-file-size",
          new SourceSpan(file, 1, 1, 1, 1),
          "the file has "
              + text.length()
              + " characters; the limit is "
              + limits.maxFileCharacters(),
          "split it into several files");
      return;
    }
    Cursor cursor = new Cursor(file, text, limits, problems);
    StatementReader statements =
        new StatementReader(cursor, pack, this::canImport, limits.maxRules() - rulesRead);
    statements.read();
    rules.addAll(statements.rules());
    leftOut.addAll(statements.leftOut());
    rulesRead += statements.rulesRead();
  }

  private boolean canImport(String name) {
    boolean ofVocabulary =
        name.startsWith(VOCABULARY) && name.indexOf('.', VOCABULARY.length()) < 0;
    return ofVocabulary || importAllowed.test(name);
  }
}
