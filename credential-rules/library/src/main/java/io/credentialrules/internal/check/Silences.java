package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Check;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Silence;
import java.util.List;
import java.util.Set;

/** Finds silences of warnings that do not exist, or that would not be given. */
final class Silences {

  /** An error that is none where it is meant; it is found once the rules are compiled. */
  static final String EMPTY_RECORD = "empty-record";

  /** Without the framework nothing is known of what it would say. */
  private static final String FRAMEWORK = "misses-framework";

  private static final Set<String> NOT_OF_RULES = Set.of("idle-silence", "too-many-warnings");

  private Silences() {}

  static void unknown(PolicyModel model, Findings findings) {
    for (PolicyRule rule : model.rules()) {
      for (Silence silence : rule.header().silences()) {
        if (!isWarning(silence.code()) && !silence.code().equals(EMPTY_RECORD)) {
          String maybe = NearestWord.maybe(silence.code(), warnings());
          findings.error(
              silence.span(),
              RuleFaults.unknownSilence(
                  silence.code(),
                  maybe.isEmpty() ? "errors cannot be silenced; correct them" : maybe));
        }
      }
    }
  }

  /** One that a rule can silence; that a silence is idle is said whatever is silenced. */
  private static boolean isWarning(String code) {
    Check check = Check.find(code);
    return check != null && isWarning(check);
  }

  private static boolean isWarning(Check check) {
    return check.severity() == Severity.WARNING && !NOT_OF_RULES.contains(check.code());
  }

  private static List<String> warnings() {
    return Check.all().stream().filter(Silences::isWarning).map(Check::code).sorted().toList();
  }

  /** Only after all other checks, and where none of them found an error. */
  static void idle(PolicyModel model, Findings findings) {
    for (PolicyRule rule : model.rules()) {
      for (Silence silence : rule.header().silences()) {
        boolean mayBeNeeded =
            silence.code().equals(FRAMEWORK)
                && model.frameworks().stream()
                    .noneMatch(framework -> framework.holds(rule.header().pack()));
        if (isWarning(silence.code()) && !findings.needed(silence) && !mayBeNeeded) {
          findings.error(silence.span(), RuleFaults.idleSilence(silence.code()));
        }
      }
    }
  }
}
