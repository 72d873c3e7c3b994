package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.ArrayList;
import java.util.List;

/** Which credentials or requirements would satisfy a pattern if they were earned or met. */
final class Possible {
  private Possible() {}

  static List<String> ids(
      Program program, Step.Match match, Slots slots, boolean isCredential, Situation situation) {
    List<String> ids = new ArrayList<>();
    for (int number : match.referents()) {
      if (isCredential) {
        Program.Award award = program.credentials().get(number);
        if (fits(match, slots, award.fact(), situation)) {
          ids.add(award.credential().id());
        }
      } else {
        Program.Requirement requirement = program.requirements().get(number);
        if (fits(match, slots, requirement.fact(), situation)) {
          ids.add(requirement.id());
        }
      }
    }
    return ids;
  }

  private static boolean fits(Step.Match match, Slots slots, Object fact, Situation situation) {
    situation.budget().spendRow(match.tests());
    Slots with = slots.with(match.slot(), situation.candidate(fact, match.type()));
    return Test.all(match.tests().stream().filter(test -> !test.asksWhenEarned()).toList(), with);
  }
}
