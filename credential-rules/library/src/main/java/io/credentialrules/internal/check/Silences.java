package io.credentialrules.internal.check;

import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Silence;
import java.util.Set;

/** Finds silences of warnings that do not exist, or that would not be given. */
final class Silences {

  /** An error that is none where it is meant; it is found once the rules are compiled. */
  static final String EMPTY_RECORD = "empty-record";

  /** The codes of warnings. */
  static final Set<String> WARNINGS =
      Set.of(
          "always-true",
          "duplicate-condition",
          "duplicate-value",
          "join-without-key",
          "level-gap",
          "level-without-pathway",
          "mixed-and-or",
          "mixed-pathways",
          "overlapping-windows",
          "redundant-constraint",
          "same-alternative",
          "same-level",
          "stray-space",
          "subsumed-alternative",
          "two-spellings",
          "unused-requirement",
          "unused-total",
          "unused-variable",
          "window-gap");

  private Silences() {}

  static void unknown(PolicyModel model, Findings findings) {
    for (PolicyRule rule : model.rules()) {
      for (Silence silence : rule.header().silences()) {
        if (!WARNINGS.contains(silence.code()) && !silence.code().equals(EMPTY_RECORD)) {
          String maybe = NearestWord.maybe(silence.code(), WARNINGS.stream().sorted().toList());
          findings.error(
              "unknown-silence",
              silence.span(),
              "no warning has the code `" + silence.code() + "`",
              maybe.isEmpty() ? "errors cannot be silenced; correct them" : maybe);
        }
      }
    }
  }

  /** Only after all other checks, and where none of them found an error. */
  static void idle(PolicyModel model, Findings findings) {
    for (PolicyRule rule : model.rules()) {
      for (Silence silence : rule.header().silences()) {
        if (WARNINGS.contains(silence.code()) && !findings.needed(silence)) {
          findings.warning(
              "idle-silence",
              silence.span(),
              "there is no warning `" + silence.code() + "` here to silence",
              "remove it");
        }
      }
    }
  }
}
