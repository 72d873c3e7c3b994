package io.credentialrules.pathways;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What CTDL does not carry of the rules of one id, and reading it again cannot restore. */
final class Losses {
  private final LocalDate date;
  private final List<String> sentences = new ArrayList<>();

  Losses(LocalDate date) {
    this.date = date;
  }

  /** One sentence each, in order. */
  List<String> sentences() {
    return sentences;
  }

  /**
   * Adds those of the rules of one id.
   *
   * @param all at least one
   * @param inForce those of them that are in force on the date
   * @param conditions how many conditions of a rule are carried together
   */
  void add(
      String id,
      List<PolicyRule> all,
      List<PolicyRule> inForce,
      ToIntFunction<PolicyRule> conditions) {
    if (inForce.size() < all.size()) {
      leave(id, (all.size() - inForce.size()) + " of its rules are not in force on " + date);
    }
    for (PolicyRule rule : inForce) {
      if (Settings.areOfParts(rule) && (inForce.size() > 1 || conditions.applyAsInt(rule) > 1)) {
        leave(id, "how its parts renew, lapse or share evidence is said of all of them together");
      }
      if (rule instanceof CredentialRule one
          && inForce.get(0) instanceof CredentialRule first
          && !one.settings().equals(first.settings())) {
        leave(id, "its rules have different settings, and those of the first are written");
      }
      if (rule.header().window().from() != null || rule.header().window().until() != null) {
        leave(id, "the days on which " + ForeignText.quoted(rule.header().name()) + " is in force");
      }
      if (rule.versionBy() == VersionBy.POLICY_DATE) {
        leave(id, "that the learner's own policy date chooses the version");
      }
      if (!rule.namedValues().isEmpty()) {
        leave(id, "the values of other days; those of " + date + " are written");
      }
    }
  }

  private void leave(String id, String what) {
    String sentence = ForeignText.quoted(id) + ": " + what;
    if (!sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }
}
