package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementResult.Part;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedPart;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a requirement is made of: the requirements, credentials and named things among which it asks
 * for some. Each requirement that it is made of is looked at with a budget of its own.
 */
final class Parts {
  private static final int MOST = 200;
  private static final String REQUIREMENTS = "requirements";

  private final Program program;
  private final Situation situation;
  private final NearestFacts near;
  private final boolean hasWaivers;
  private final IntFunction<RequirementResult> results;

  /** With the states of requirements by themselves, by number. */
  Parts(
      Program program,
      Situation situation,
      NearestFacts near,
      boolean hasWaivers,
      IntFunction<RequirementResult> results) {
    this.program = program;
    this.situation = situation;
    this.near = near;
    this.hasWaivers = hasWaivers;
    this.results = results;
  }

  List<Part> of(Requirement requirement) {
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, Part> below = new LinkedHashMap<>();
    if (requirement.kind() == Kind.PREREQUISITE) {
      waived(Objects.requireNonNull(program.credentialNumbers().get(requirement.id())), below);
      return List.copyOf(below.values());
    }
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        collect(branch.steps(), null, parts, below);
      }
    }
    below.forEach(parts::putIfAbsent);
    return List.copyOf(parts.values());
  }

  /** With the total that sums the steps up; null where none does. */
  private void collect(
      List<Step> steps,
      Step.@Nullable Total group,
      Map<String, Part> parts,
      Map<String, Part> below) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        if (match.type().name().equals(Vocabulary.MET)) {
          match.referents().forEach(number -> requirement(number, parts, below));
        } else if (match.type().name().equals(Vocabulary.EARNED)) {
          match.referents().forEach(number -> credential(number, match, parts, below));
        } else if (group != null) {
          things(match, group, parts);
        }
      } else if (step instanceof Step.Some some) {
        collect(some.steps(), group, parts, below);
      } else if (step instanceof Step.Total total) {
        collect(total.steps(), total, parts, below);
      }
    }
  }

  private void requirement(int number, Map<String, Part> parts, Map<String, Part> below) {
    String key = "requirement " + number;
    if (parts.containsKey(key) || parts.size() >= MOST) {
      return;
    }
    situation.budget().refill();
    RequirementResult result = results.apply(number);
    situation.budget().refill();
    parts.put(key, StatedPart.of(result));
    addWaived(result, below);
  }

  private void addWaived(RequirementResult result, Map<String, Part> below) {
    for (Part part : result.parts()) {
      if (part.state() == RequirementState.WAIVED) {
        below.putIfAbsent("requirement " + program.requirementNumbers().get(part.id()), part);
      }
    }
  }

  /** What is waived of the rules by which a credential is earned, however far below. */
  private void waived(int number, Map<String, Part> below) {
    if (!hasWaivers || !situation.verdicts().earned(number)) {
      return;
    }
    for (Way way : situation.waysInForce(program.credentials().get(number))) {
      if (way.requires().stream().allMatch(situation::isSatisfied)) {
        for (int required : way.requires()) {
          situation.budget().refill();
          RequirementResult result = results.apply(required);
          situation.budget().refill();
          if (result.state() == RequirementState.WAIVED) {
            below.putIfAbsent("requirement " + required, StatedPart.of(result));
          }
          addWaived(result, below);
        }
      }
    }
  }

  /** A credential; where none of its components lapses, one that was earned before holds too. */
  private void credential(
      int number, Step.Match match, Map<String, Part> parts, Map<String, Part> below) {
    String key = "credential " + number;
    if (parts.containsKey(key) || parts.size() >= MOST) {
      return;
    }
    Award award = program.credentials().get(number);
    boolean asksForNow =
        match.tests().stream().anyMatch(test -> test.formula() instanceof Formula.StillEarned);
    boolean isEarned =
        situation.verdicts().earned(number)
            || (!asksForNow && situation.earnedBefore(number) != null);
    parts.put(
        key,
        new StatedPart(
            Kind.PREREQUISITE,
            award.credential().id(),
            award.credential().name(),
            isEarned ? RequirementState.MET : RequirementState.UNMET,
            isEarned ? null : satisfied(award),
            null,
            List.of()));
    waived(number, below);
  }

  /** How many requirements of the nearest way are satisfied; null where none is in force. */
  private @Nullable Measure satisfied(Award award) {
    Measure nearest = null;
    for (Way way : situation.waysInForce(award)) {
      long met = way.requires().stream().filter(situation::isSatisfied).count();
      Measure measure =
          new StatedMeasure(
              BigDecimal.valueOf(met),
              Operator.AT_LEAST,
              BigDecimal.valueOf(way.requires().size()),
              REQUIREMENTS);
      nearest = nearest == null || measure.percent() > nearest.percent() ? measure : nearest;
    }
    return nearest == null || nearest.isSatisfied() ? null : nearest;
  }

  /** The texts that a field of what is summed up must be one of. */
  private void things(Step.Match match, Step.Total group, Map<String, Part> parts) {
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.isIdentity()
          && comparison.operator() == Operator.IN
          && isAmong(match, Objects.requireNonNull(comparison.left().field()), group)
          && comparison.right().literal() instanceof List<?> texts) {
        for (Object text : texts) {
          String key = "thing " + match.type().name() + " " + text;
          if (!parts.containsKey(key) && parts.size() < MOST) {
            parts.put(key, thing(match, test, comparison, text));
          }
        }
      }
    }
  }

  /**
   * Whether the total asks for some of the texts: it counts them or, where they are no mere words,
   * facts; what it sums up has them as names. Hours of two positions are not some of two positions.
   */
  private static boolean isAmong(Step.Match match, VocabularyField field, Step.Total group) {
    boolean isText = field.kind() == FieldKind.TEXT;
    GroupedBy grouping = group.grouping();
    return (grouping != null && isOf(grouping.key(), field))
        || group.functions().stream()
            .anyMatch(
                each ->
                    (each.kind() == Aggregation.COUNT && isText)
                        || (each.kind() == Aggregation.COUNT_DISTINCT
                            && isOf(each.argument(), field)))
        || match.type().fields().stream()
            .filter(each -> each.kind() == FieldKind.TEXT)
            .limit(1)
            .anyMatch(field::equals);
  }

  private static boolean isOf(@Nullable Value value, VocabularyField field) {
    boolean[] isOf = new boolean[1];
    if (value != null) {
      value.visit(read -> isOf[0] |= field.equals(read.field()));
    }
    return isOf[0];
  }

  /** Of the facts that are it, the first that passes all; or else what the nearest misses. */
  private Part thing(Step.Match match, Test identity, Comparison comparison, Object text) {
    Measure nearest = null;
    boolean isMet = false;
    VocabularyField field = Objects.requireNonNull(comparison.left().field());
    for (Candidate candidate : situation.having(match.type(), field, text)) {
      situation.budget().spendRow(match.tests());
      Row row = Row.of(candidate);
      if (!isMet) {
        List<Test> missed =
            match.own().stream().filter(test -> test != identity && !test.in(row)).toList();
        isMet = missed.isEmpty();
        Measure measure = missed.size() == 1 ? Measures.of(missed.get(0), row) : null;
        nearest =
            measure != null && (nearest == null || measure.percent() > nearest.percent())
                ? measure
                : nearest;
      }
    }
    return new StatedPart(
        Kind.CONDITION,
        text.toString(),
        text.toString(),
        isMet ? RequirementState.MET : RequirementState.UNMET,
        isMet ? null : nearest,
        null,
        isMet
            ? List.of()
            : near.ofThing(match, identity, text.toString()).stream()
                .map(fact -> Shortfalls.near(match.own(), fact, Row.of(fact)))
                .toList());
  }
}
