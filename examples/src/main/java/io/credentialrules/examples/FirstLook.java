package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.json.LearnerRecordReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** The first lines of the README: a pack from a folder, a record from a file, and a decision. */
public final class FirstLook {
  private FirstLook() {}

  /**
   * Prints what Maria has earned, and what Level 3 requires.
   *
   * @param arguments the folder that {@code rules} and {@code examples} are in; without one, here
   */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments.length == 0 ? "." : arguments[0]);
    Path pack = root.resolve("rules/ums-horticulture");
    Path file = root.resolve("examples/learners/maria.json");
    ZoneId zone = ZoneId.of("America/New_York");
    // README: begin
    CredentialRules rules = CredentialRules.compile(PolicyPack.read(pack));
    LearnerRecord maria = LearnerRecordReader.of(rules.vocabulary(), zone).read("maria", file);
    Evaluation evaluation = rules.evaluate(maria, LocalDate.of(2025, 5, 1), zone);
    System.out.println(evaluation.earned());
    for (RequirementResult each : evaluation.decision("horticulture-level-3").requirements()) {
      System.out.println(each.state() + ": " + each.name());
    }
    // README: end
  }
}
