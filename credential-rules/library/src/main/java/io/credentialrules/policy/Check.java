package io.credentialrules.policy;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register of checks: everything that the library can find wrong with a policy,
 * whether or not some policy has it. {@link Problem#code()} is the key. Tools make from it the
 * rules of a SARIF run, or the page that explains a problem.
 *
 * <p>Immutable and thread-safe. The register is read when it is first used, an entry when it is
 * looked up.
 */
public final class Check {
  private final String code;
  private final String category;
  private final Severity severity;
  private final String explanation;
  private final ImmutableMap<String, List<String>> sentences;
  private final @Nullable String wrong;
  private final @Nullable String right;

  Check(
      String code,
      String category,
      Severity severity,
      String explanation,
      ImmutableMap<String, List<String>> sentences,
      @Nullable String wrong,
      @Nullable String right) {
    this.code = code;
    this.category = category;
    this.severity = severity;
    this.explanation = explanation;
    this.sentences = sentences;
    this.wrong = wrong;
    this.right = right;
  }

  /** All checks, by category and then by code. */
  public static List<Check> all() {
    return CheckRegister.all();
  }

  /** The check of a code; null if there is none. */
  public static @Nullable Check find(String code) {
    return CheckRegister.find(code);
  }

  /** Such as {@code unknown-field}; it never changes its meaning. */
  public String code() {
    return code;
  }

  /** The heading under which the check is listed, such as {@code Names}. */
  public String category() {
    return category;
  }

  /** Whether a policy with this problem can be used nevertheless. */
  public Severity severity() {
    return severity;
  }

  /** One or two sentences for an author: what is wrong, and mostly why it matters. */
  public String explanation() {
    return explanation;
  }

  /**
   * The sentences of {@link Problem#message()}, with their arguments in braces: {@code unknown
   * field `{name}` of {type}}. At least one, in the order of the register.
   */
  public List<String> messages() {
    return sentences.values().stream().map(sentence -> sentence.get(0)).toList();
  }

  /** Message and hint of each sentence, by what tells it from the others of the check. */
  ImmutableMap<String, List<String>> sentences() {
    return sentences;
  }

  /**
   * A policy with the problem, or the conditions of a rule with it. Null if no text can have it,
   * because it is about files or folders. A first line such as {@code // limit: maxRules 1} is the
   * limit that the host sets, and {@code // pack: two} begins another pack.
   */
  public @Nullable String wrong() {
    return wrong;
  }

  /** The same without the problem; null exactly if {@link #wrong()} is. */
  public @Nullable String right() {
    return right;
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
