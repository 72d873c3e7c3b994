package io.credentialrules.oracle;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where what is asked for stands on one day. A state is named by what would satisfy it: what waits
 * for review, what is in progress, what has expired, what was revoked; each alone, and then with
 * those before it.
 */
final class States {
  private static final Map<RequirementState, Set<Reason>> KINDS =
      new EnumMap<>(
          Map.of(
              RequirementState.PENDING_REVIEW, EnumSet.of(Reason.UNVETTED, Reason.VETTED_LATER),
              RequirementState.IN_PROGRESS, EnumSet.of(Reason.IN_PROGRESS),
              RequirementState.EXPIRED, EnumSet.of(Reason.EXPIRED),
              RequirementState.REVOKED, EnumSet.of(Reason.REVOKED, Reason.SUSPENDED)));

  /** The record where more counts than does. */
  private record Wider(RequirementState state, Supplier<OpenJudgement> known) {
    OpenJudgement judgement() {
      return Objects.requireNonNull(known.get());
    }
  }

  private final Oracle oracle;
  private final Judgement judgement;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;
  private final List<Wider> wider = new ArrayList<>();
  private final Set<Set<Fact>> known = new HashSet<>();

  States(Oracle oracle, LearnerRecord record, ZonedDateTime asOf, Judgement judgement) {
    this.oracle = oracle;
    this.judgement = judgement;
    this.record = record;
    this.asOf = asOf;
    KINDS.forEach(this::add);
    Set<Reason> overlooked = EnumSet.noneOf(Reason.class);
    KINDS.forEach(
        (state, reasons) -> {
          overlooked.addAll(reasons);
          add(state, EnumSet.copyOf(overlooked));
        });
  }

  private void add(RequirementState state, Set<Reason> overlooked) {
    Set<Fact> further =
        judgement.against().entrySet().stream()
            .filter(against -> overlooked.containsAll(against.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!further.isEmpty() && known.add(further)) {
      wider.add(new Wider(state, Suppliers.memoize(() -> judgement(overlooked, further))));
    }
  }

  private OpenJudgement judgement(Set<Reason> overlooked, Set<Fact> further) {
    Calendar calendar = new Calendar(oracle, record, asOf, asOf.toLocalDate(), overlooked);
    return new OpenJudgement(oracle, calendar.at(calendar.today(), null), asOf, further);
  }

  /** Of a requirement that has rules: where it stands, or may be said to stand. */
  Set<RequirementState> ofRequirement(String id) {
    if (judgement.isMet(id)) {
      return satisfied(judgement.isMetByFacts(id));
    }
    List<RequirementRule> rules =
        oracle.requirementRules(id).stream()
            .filter(judgement::isInForce)
            .filter(
                rule -> judgement.hasValues(rule.header(), rule.versionBy(), List.of(rule.when())))
            .toList();
    return rules.isEmpty()
        ? EnumSet.of(RequirementState.NOT_APPLICABLE)
        : open(
            wide -> wide.mayBeMet(id),
            (pretended, hopefully) ->
                rules.stream()
                    .anyMatch(
                        rule ->
                            pretended.holds(
                                Reading.of(rule), List.of(rule.when()), asOf, hopefully)),
            false);
  }

  /** Of something that a credential rule asks for. */
  Set<RequirementState> of(CredentialRule rule, Ask ask) {
    if (ask.kind() == Kind.REQUIREMENT) {
      return ofRequirement(ask.id());
    }
    if (judgement.holds(rule, ask)) {
      return satisfied(judgement.holdsByFacts(rule, ask));
    }
    boolean hasValues =
        judgement.hasValues(rule.header(), rule.settings().versionBy(), ask.conditions());
    return !hasValues
        ? EnumSet.of(RequirementState.NOT_APPLICABLE)
        : open(
            wide -> wide.mayHold(rule, ask),
            (pretended, hopefully) ->
                pretended.holds(Reading.of(rule), ask.conditions(), asOf, hopefully),
            Judgement.onceEarned(rule));
  }

  /**
   * Of something that a rule asks for, which does not hold beside the rest of it: each fact serves
   * one. It would be among those that hold together; which do where not all can is left open.
   */
  Set<RequirementState> besideOthers(CredentialRule rule, Ask ask) {
    Set<RequirementState> possible = EnumSet.noneOf(RequirementState.class);
    for (Wider wide : wider) {
      if (wide.judgement().mayHold(rule, ask)) {
        possible.add(wide.state());
        if (wide.judgement().holdsBesideAll(rule, ask)) {
          return possible;
        }
      }
    }
    if (judgement.holds(rule, ask)) {
      possible.add(RequirementState.EVIDENCE_IN_USE);
    } else {
      possible.addAll(of(rule, ask));
      if (!possible.contains(RequirementState.NOT_APPLICABLE)) {
        possible.add(RequirementState.UNMET);
      }
    }
    return possible;
  }

  private static Set<RequirementState> satisfied(boolean byFacts) {
    return EnumSet.of(byFacts ? RequirementState.MET : RequirementState.WAIVED);
  }

  private Set<RequirementState> open(
      Predicate<OpenJudgement> satisfies,
      BiPredicate<Pretended, Boolean> holds,
      boolean onceEarned) {
    for (Wider wide : wider) {
      if (satisfies.test(wide.judgement())) {
        return EnumSet.of(wide.state());
      }
    }
    Set<RequirementState> possible = EnumSet.noneOf(RequirementState.class);
    View now = new View(judgement, onceEarned, null, Set.of());
    if (!isOnly("SignOff", RequirementState.PENDING_REVIEW, now, holds, possible)
        && !isOnly("Earned", RequirementState.BLOCKED, now, holds, possible)) {
      possible.add(RequirementState.UNMET);
    }
    return possible;
  }

  /** Whether facts of a type are certainly all that is lacking; where they may be, so is said. */
  private static boolean isOnly(
      String type,
      RequirementState state,
      View now,
      BiPredicate<Pretended, Boolean> holds,
      Set<RequirementState> possible) {
    Pretended pretended = new Pretended(type, now);
    if (holds.test(pretended, true)) {
      possible.add(state);
    }
    return holds.test(pretended, false);
  }
}
