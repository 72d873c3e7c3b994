package io.credentialrules.json;

import io.credentialrules.CredentialRules;
import io.credentialrules.DateConflict;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.StepCosts;
import io.credentialrules.UnknownText;
import io.credentialrules.Upcoming;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An evaluation whose parts are given, to write parts that few policies bring together. */
record GivenEvaluation(
    LearnerRecord record,
    ZonedDateTime asOf,
    String policyDigest,
    List<Decision> decisions,
    List<NotCounted> notCounted,
    List<Waiver> unknownWaivers)
    implements Evaluation {

  @Override
  public LocalDate knownOn() {
    return asOf.toLocalDate();
  }

  @Override
  public @Nullable Upcoming nextChange() {
    return null;
  }

  @Override
  public List<Upcoming> changes(LocalDate until) {
    return List.of();
  }

  @Override
  public Decision decision(String credential) {
    return decisions.stream()
        .filter(decision -> decision.credential().id().equals(credential))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean isEarned(String credential) {
    return decision(credential).isEarned();
  }

  @Override
  public List<String> earned() {
    return decisions.stream()
        .filter(Decision::isEarned)
        .map(decision -> decision.credential().id())
        .toList();
  }

  @Override
  public Plan plan(String credential) {
    throw new UnsupportedOperationException("no policy is behind this evaluation");
  }

  @Override
  public Map<String, Plan> plans(Collection<String> credentials) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Plan> plans(String credential, StepCosts costs, int most) {
    return List.of(plan(credential));
  }

  @Override
  public RequirementResult requirement(String id) {
    return decisions.stream()
        .flatMap(decision -> decision.requirements().stream())
        .filter(requirement -> requirement.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Fact> counted() {
    return List.of();
  }

  /** Rules that award the same credentials, whatever for. */
  @Override
  public CredentialRules rules() {
    StringBuilder policy = new StringBuilder("import io.credentialrules.vocabulary.*\n");
    for (Decision decision : decisions) {
      String id = decision.credential().id();
      policy.append(
          "rule \"%s\" @credential( \"%s\" ) when SignOff( subject == \"%s\" ) then end\n"
              .formatted(id, id, id));
    }
    return CredentialRules.compile(PolicyPack.of("given", Map.of("given.drl", policy.toString())));
  }

  @Override
  public List<String> newlyEarned() {
    return earned();
  }

  @Override
  public List<UnknownText> unknownTexts() {
    return List.of();
  }

  @Override
  public List<DateConflict> dateConflicts() {
    return List.of();
  }

  @Override
  public List<Fact> duplicates() {
    return List.of();
  }
}
