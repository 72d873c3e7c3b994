package io.credentialrules.internal.explain;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Operator;
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
    Integer named = named(program, match, isCredential);
    if (isCredential) {
      List<Program.Award> awards =
          named == null ? program.credentials() : List.of(program.credentials().get(named));
      for (Program.Award award : awards) {
        Earned fact =
            new Earned(
                award.credential().id(), award.credential().pathway(), award.credential().level());
        if (fits(match, slots, fact, situation)) {
          ids.add(fact.credential());
        }
      }
    } else {
      List<Program.Requirement> requirements =
          named == null ? program.requirements() : List.of(program.requirements().get(named));
      for (Program.Requirement requirement : requirements) {
        if (requirement.kind() == Kind.REQUIREMENT
            && fits(match, slots, new Met(requirement.id()), situation)) {
          ids.add(requirement.id());
        }
      }
    }
    return ids;
  }

  /** The one that the pattern names; null where it may be any. */
  private static @Nullable Integer named(Program program, Step.Match match, boolean isCredential) {
    String idField = isCredential ? "credential" : "requirement";
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.operator() == Operator.EQUAL
          && comparison.isOfField(idField)
          && comparison.left().slots().contains(match.slot())
          && comparison.right().literal() instanceof String id) {
        return (isCredential ? program.credentialNumbers() : program.requirementNumbers()).get(id);
      }
    }
    return null;
  }

  private static boolean fits(
      Step.Match match, @Nullable Object[] slots, Object fact, Situation situation) {
    situation.budget().spendRow();
    @Nullable Object[] with = slots.clone();
    with[match.slot()] = situation.candidate(fact, match.type());
    return Matcher.passes(match.tests(), with);
  }
}
