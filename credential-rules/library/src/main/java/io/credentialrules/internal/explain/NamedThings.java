package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementResult.Part;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.result.StatedPart;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The named things among which a total asks for some, each with how far it is. */
final class NamedThings {
  private final Situation situation;
  private final NearestFacts near;

  /** Whether a fact serves nothing else. */
  private final Predicate<Candidate> isFree;

  NamedThings(Situation situation, NearestFacts near, Predicate<Candidate> isFree) {
    this.situation = situation;
    this.near = near;
    this.isFree = isFree;
  }

  /** The texts that a field of what is summed up must be one of. */
  void of(Step.Match match, Step.Total total, BiConsumer<String, Supplier<Part>> parts) {
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.isIdentity()
          && comparison.operator() == Operator.IN
          && isAmong(match, Objects.requireNonNull(comparison.left().field()), total)
          && comparison.right().literal() instanceof List<?> texts) {
        for (Object text : texts) {
          parts.accept(
              "thing " + match.type().name() + " " + text,
              () ->
                  total.grouping() == null
                      ? thing(match, test, comparison, text)
                      : group(match, test, total.grouping(), text));
        }
      }
    }
  }

  /**
   * Whether the total asks for some of the texts: it groups by them, it counts them or, where they
   * are no mere words, facts; what it sums up has them as names. Hours of two positions are not
   * some of two positions, and where there may be none of a group, none is asked for.
   */
  private static boolean isAmong(Step.Match match, VocabularyField field, Step.Total group) {
    GroupedBy grouping = group.grouping();
    if (grouping != null) {
      return field.equals(grouping.key().field())
          && group.steps().size() == 1
          && match.own().size() == match.tests().size()
          && group.tests().stream().allMatch(NamedThings::asksForMore);
    }
    boolean isText = field.kind() == FieldKind.TEXT;
    return group.functions().stream()
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

  private static boolean asksForMore(Test test) {
    Comparison comparison = test.comparison();
    return comparison != null
        && switch (comparison.operator()) {
          case AT_LEAST, MORE -> true;
          case EQUAL ->
              comparison.right().literal() instanceof BigDecimal number && number.signum() > 0;
          default -> false;
        };
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
    RequirementState state = RequirementState.UNMET;
    VocabularyField field = Objects.requireNonNull(comparison.left().field());
    for (Candidate candidate : situation.having(match.type(), field, text)) {
      situation.budget().spendRow(match.tests());
      Row row = Row.of(candidate);
      if (state != RequirementState.MET) {
        List<Test> missed =
            match.own().stream().filter(test -> test != identity && !test.in(row)).toList();
        if (missed.isEmpty()) {
          state = isFree.test(candidate) ? RequirementState.MET : RequirementState.EVIDENCE_IN_USE;
        }
        Measure measure =
            missed.size() == 1 && isFree.test(candidate) ? Measures.of(missed.get(0), row) : null;
        nearest =
            measure != null && (nearest == null || measure.percent() > nearest.percent())
                ? measure
                : nearest;
      }
    }
    return part(match, identity, text, state, nearest);
  }

  /** The group of the facts that are it and pass all, or of none. */
  private Part group(Step.Match match, Test identity, GroupedBy grouping, Object text) {
    VocabularyField field = Objects.requireNonNull(grouping.key().field());
    List<Row> members = new ArrayList<>();
    List<Row> free = new ArrayList<>();
    for (Candidate candidate : situation.having(match.type(), field, text)) {
      situation.budget().spendRow(match.tests());
      Row row = Row.of(candidate);
      if (Test.all(match.own(), row)) {
        members.add(row);
        if (isFree.test(candidate)) {
          free.add(row);
        }
      }
    }
    GroupedBy.Group group = free.isEmpty() ? grouping.none(text) : grouping.all(free).get(0);
    List<Test> missed = missed(grouping, group);
    RequirementState state = RequirementState.UNMET;
    if (!free.isEmpty() && missed.isEmpty()) {
      state = RequirementState.MET;
    } else if (free.size() < members.size()
        && missed(grouping, grouping.all(members).get(0)).isEmpty()) {
      state = RequirementState.EVIDENCE_IN_USE;
    }
    return part(
        match,
        identity,
        text,
        state,
        missed.size() == 1 ? Measures.of(missed.get(0), group) : null);
  }

  private static List<Test> missed(GroupedBy grouping, GroupedBy.Group group) {
    return grouping.tests().stream().filter(test -> !test.in(group)).toList();
  }

  private Part part(
      Step.Match match,
      Test identity,
      Object text,
      RequirementState state,
      @Nullable Measure measure) {
    boolean isMet = state == RequirementState.MET;
    return new StatedPart(
        Kind.CONDITION,
        text.toString(),
        text.toString(),
        state,
        isMet ? null : measure,
        null,
        isMet
            ? List.of()
            : near.ofThing(match, identity, text.toString()).stream()
                .map(fact -> Shortfalls.near(match.own(), fact, Row.of(fact)))
                .toList());
  }
}
