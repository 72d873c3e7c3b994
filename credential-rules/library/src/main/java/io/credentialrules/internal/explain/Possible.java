package io.credentialrules.internal.explain;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Step;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Met;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which credentials or requirements would satisfy a pattern if they were earned or met. */
final class Possible {
  private Possible() {}

  static List<String> ids(
      Program program,
      Step.Match match,
      @Nullable Object[] slots,
      boolean isCredential,
      Situation situation) {
    List<String> ids = new ArrayList<>();
    if (isCredential) {
      for (Program.Award award : program.credentials()) {
        Earned fact =
            new Earned(
                award.credential().id(), award.credential().pathway(), award.credential().level());
        if (fits(match, slots, fact, situation)) {
          ids.add(fact.credential());
        }
      }
    } else {
      for (Program.Requirement requirement : program.requirements()) {
        if (requirement.kind() == Kind.REQUIREMENT
            && fits(match, slots, new Met(requirement.id()), situation)) {
          ids.add(requirement.id());
        }
      }
    }
    return ids;
  }

  private static boolean fits(
      Step.Match match, @Nullable Object[] slots, Object fact, Situation situation) {
    @Nullable Object[] with = slots.clone();
    with[match.slot()] = situation.candidate(fact, match.type());
    return Matcher.passes(match.tests(), with);
  }
}
