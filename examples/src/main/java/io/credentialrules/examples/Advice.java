package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.LearnerRecordReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** An adviser's screen: what Maria must still do for Level 3, and what changes when she has. */
public final class Advice {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private Advice() {}

  /**
   * Prints the plan, and the credentials that it changes.
   *
   * @param arguments the learner record; without one, {@code examples/learners/maria.json}
   */
  public static void main(String[] arguments) {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.fromClassPath(Advice.class.getClassLoader(), "ums-horticulture"));
    Path file = Path.of(arguments.length == 0 ? "examples/learners/maria.json" : arguments[0]);
    LearnerRecord maria = LearnerRecordReader.of(rules.vocabulary(), ZONE).read("maria.json", file);

    Evaluation now = rules.evaluate(maria, TODAY, ZONE);
    if (now.plan("horticulture-level-3") instanceof Plan.Steps plan) {
      for (Plan.Step step : plan.steps()) {
        String amount =
            step.adds() == null || step.measure() == null
                ? ""
                : ", " + step.adds() + " " + step.measure().unit();
        System.out.println(step.action() + ": " + step.name() + amount);
      }
      Evaluation then = rules.evaluate(plan.appliedTo(maria), TODAY, ZONE);
      for (Difference.Change change : Difference.between(now, then).changes()) {
        System.out.println(change.kind() + " " + change.credential().id());
      }
    }
  }
}
