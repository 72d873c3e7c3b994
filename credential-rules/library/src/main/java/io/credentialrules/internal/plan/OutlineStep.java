package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan;
import io.credentialrules.Plan.Action;
import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.plan.Draft.Amount;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of somebody who has nothing, and what becomes of it for others. Immutable.
 *
 * @param own the requirement that it is for
 * @param blanks in how many fields of such a fact other values are tried
 * @param fixed the values that the fact is to have
 * @param origin why it is there
 * @param demands what such a fact must be like
 */
record OutlineStep(
    OwnFact own,
    VocabularyType type,
    int blanks,
    ImmutableMap<String, Optional<Object>> fixed,
    Origin origin,
    ImmutableList<StatedDemand> demands) {

  /** A step of a plan; null where others could have another one to take. */
  static @Nullable OutlineStep of(Draft draft, Plan.Step step, OwnFacts facts) {
    OwnFact own = facts.of(draft.origin().requirement());
    if (own == null
        || draft.action() != Action.ADD
        || !draft.fact().equals(step.fact())
        || !draft.origin().equals(own.origin(draft.origin().amount()))) {
      return null;
    }
    ImmutableList.Builder<StatedDemand> demands = ImmutableList.builder();
    for (Plan.Demand demand : step.demands()) {
      if (!(demand instanceof StatedDemand stated) || !stated.steps().isEmpty()) {
        return null;
      }
      demands.add(stated);
    }
    OutlineStep outlined =
        new OutlineStep(
            own,
            draft.type(),
            facts.fieldsOf(draft.type().record()),
            draft.fixed(),
            draft.origin(),
            demands.build());
    return own.total() == null || outlined.addsAll(own.total()) ? outlined : null;
  }

  /** Whether the fact has all of the amount, and is asked to have no less. */
  private boolean addsAll(Step.Total total) {
    Optional<Object> all = fixed.get(summed());
    List<StatedDemand> amounts =
        demands.stream().filter(demand -> demand.field().equals(summed())).toList();
    return all != null
        && all.orElse(null) instanceof BigDecimal amount
        && amount.compareTo(needs(total)) == 0
        && amounts.size() == 1
        && amounts.get(0).relation() == Relation.AT_LEAST;
  }

  private String summed() {
    return Objects.requireNonNull(own.summed(), "it is a sum").name();
  }

  private static Comparison comparison(Step.Total total) {
    return Objects.requireNonNull(total.tests().get(0).comparison(), "a sum is compared");
  }

  private static BigDecimal needs(Step.Total total) {
    return (BigDecimal) Objects.requireNonNull(comparison(total).right().literal(), "a constant");
  }

  /**
   * The same step of a credential whose form is equal; null where a text is in it that this form
   * does not name.
   *
   * @param same what that credential asks for instead
   * @param texts its texts, by those of this one
   */
  @Nullable OutlineStep with(OwnFact same, Map<Object, Object> texts) {
    ImmutableMap.Builder<String, Optional<Object>> values = ImmutableMap.builder();
    for (Map.Entry<String, Optional<Object>> each : fixed.entrySet()) {
      Object value = each.getValue().orElse(null);
      Object other = value == null ? null : other(each.getKey(), value, texts);
      if (value != null && other == null) {
        return null;
      }
      values.put(each.getKey(), Optional.ofNullable(other));
    }
    ImmutableList.Builder<StatedDemand> asked = ImmutableList.builder();
    for (StatedDemand demand : demands) {
      List<Object> others = new ArrayList<>();
      for (Object value : demand.values()) {
        Object other = other(demand.field(), value, texts);
        if (other == null) {
          return null;
        }
        others.add(other);
      }
      asked.add(
          new StatedDemand(
              demand.field(), demand.relation(), others, demand.steps(), demand.isInCondition()));
    }
    Amount amount = origin.amount();
    return new OutlineStep(
        same, type, blanks, values.buildOrThrow(), same.origin(amount), asked.build());
  }

  private @Nullable Object other(String name, Object value, Map<Object, Object> texts) {
    VocabularyField field = type.field(name);
    return field != null && field.kind() == FieldKind.TEXT ? texts.get(value) : value;
  }

  /** Adds what is done where it is not met; false where a search has to find that. */
  boolean addTo(Composition composition) {
    NotCounted waiting = null;
    for (NotCounted one : composition.request().notCounted()) {
      Action action = one.fact().getClass() == type.record() ? Drafts.action(one.reason()) : null;
      if (action == null || !own.mayMatch(one.fact(), composition.request().asOf())) {
        continue;
      }
      boolean matches = own.matches(Row.of(composition.candidate(one.fact(), type)));
      if (action != Action.REVIEW || (matches && (waiting != null || own.total() != null))) {
        return false;
      }
      waiting = matches ? one : waiting;
    }
    Draft review = waiting == null ? null : composition.drafts().upgraded(waiting, type, origin);
    if (review != null) {
      return composition.add(review, ImmutableList.of());
    }
    return own.total() == null
        ? add(composition, composition.drafts().draft(type, fixed, origin), demands)
        : addRest(own.total(), composition);
  }

  /** What is left of the amount, as one fact. */
  private boolean addRest(Step.Total total, Composition composition) {
    List<Row> rows = new ArrayList<>();
    for (Fact fact : composition.request().counted()) {
      if (fact.getClass() == type.record()) {
        Candidate candidate = composition.candidate(fact, type);
        if (own.matches(Row.of(candidate))) {
          rows.add(Row.of(candidate));
          composition.looksAt(candidate);
        }
      }
    }
    if (!(comparison(total).left().in(Totals.of(total, rows)) instanceof BigDecimal has)) {
      return false;
    }
    BigDecimal rest = needs(total).subtract(has);
    if (rest.signum() <= 0 || rest.compareTo(needs(total)) > 0) {
      return false;
    }
    Map<String, Optional<Object>> values = new HashMap<>(fixed);
    values.put(summed(), Optional.of(rest));
    Draft draft = composition.drafts().draft(type, values, beside(has));
    return draft != null
        && composition.drafts().changed(draft, summed(), rest.subtract(TotalGap.least(rest)))
            != null
        && add(composition, draft, atLeast(rest));
  }

  private boolean add(
      Composition composition, @Nullable Draft draft, ImmutableList<StatedDemand> asked) {
    composition.hasBlanks(blanks);
    return composition.add(draft, asked);
  }

  /** Why it is there, where there is so much already. */
  private Origin beside(BigDecimal has) {
    Amount amount = origin.amount();
    if (amount == null) {
      return origin;
    }
    return new Origin(
        origin.credential(),
        origin.requirement(),
        origin.condition(),
        origin.pattern(),
        new Amount(
            amount.function(),
            amount.field(),
            new StatedMeasure(
                has,
                amount.measure().operator(),
                amount.measure().needs(),
                amount.measure().unit()),
            amount.isAllotted()));
  }

  private ImmutableList<StatedDemand> atLeast(BigDecimal rest) {
    ImmutableList.Builder<StatedDemand> all = ImmutableList.builder();
    for (StatedDemand demand : demands) {
      all.add(demand.field().equals(summed()) ? atLeast(rest, demand) : demand);
    }
    return all.build();
  }

  private static StatedDemand atLeast(BigDecimal rest, StatedDemand demand) {
    Object amount = Objects.requireNonNull(Domain.canonical(rest), "an amount");
    return new StatedDemand(
            demand.field(), Relation.AT_LEAST, List.of(amount), List.of(), demand.isInCondition())
        .inCondition(demand.isInCondition());
  }
}
