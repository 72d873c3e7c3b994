package io.credentialrules.internal.check.words;

import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.CredentialRule;
import java.math.BigDecimal;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the amounts of which a name speaks with those that the rule asks for. Only what
 * contradicts is reported: an amount that is said and not asked for, beside one of the same unit
 * that is asked for and not said.
 */
final class SaidAmounts {
  /** Units that nobody can mean by the number of facts. */
  private static final Set<String> MEASURED = Set.of("hours", "credits", "percent");

  private final SaidText text;
  private final RuleContent content;
  private final @Nullable CredentialRule rule;
  private final Contradictions contradictions;
  private final List<Saying> sayings;
  private final SaidTotals totals;

  SaidAmounts(
      SaidText text,
      Wording wording,
      RuleContent content,
      @Nullable CredentialRule rule,
      Contradictions contradictions) {
    this.text = text;
    this.content = content;
    this.rule = rule;
    this.contradictions = contradictions;
    Set<String> units = new HashSet<>();
    content.asked().forEach(asked -> units.add(asked.unit()));
    units.removeAll(Set.of("", Saying.COUNT));
    this.sayings = Sayings.in(wording, units);
    this.totals = new SaidTotals(text, wording, content, contradictions);
  }

  void check() {
    for (Saying saying : sayings) {
      if (saying.isValidity()) {
        validity(saying);
      } else if (!content.namesNumber(saying.number())) {
        amount(saying);
      }
    }
    totals.check(sayings);
  }

  private void validity(Saying saying) {
    Period valid = rule == null ? null : rule.settings().validFor();
    if (valid != null && !Spans.same(valid, saying.number(), saying.unit())) {
      contradictions.found(
          text.span(),
          WordingFaults.periodInNameValidity(text.where(), saying.words(), valid.toString()));
    }
  }

  private void amount(Saying saying) {
    List<RequiredAmount> likely =
        content.asked().stream().filter(each -> each.mayBe(saying)).toList();
    if (likely.stream().anyMatch(each -> each.fits(saying))
        || content.caps().stream().anyMatch(cap -> cap.hasAmountOf(saying))) {
      return;
    }
    RequiredAmount cap = first(content.caps(), each -> each.mayBe(saying) && isUnsaid(each));
    if (cap != null && !saying.operators().contains(Operator.AT_LEAST)) {
      contradictions.found(
          cap.span(), WordingFaults.numberInName(text.where(), saying.words(), cap.text()));
      return;
    }
    RequiredAmount sameAmount = first(likely, each -> each.hasAmountOf(saying) && isUnsaid(each));
    if (sameAmount != null) {
      contradictions.found(
          sameAmount.span(),
          WordingFaults.comparisonInName(text.where(), saying.words(), sameAmount.text()));
      return;
    }
    // "Years" are rarely those of somebody's age, unless the name says so.
    boolean isOfUnit = saying.isAge() || !saying.unit().equals("years");
    RequiredAmount amount =
        isOfUnit ? first(likely, each -> each.period() == null && isUnsaid(each)) : null;
    RequiredAmount other = amount == null ? first(likely, this::isUnsaid) : amount;
    if (other != null) {
      contradictions.found(
          other.span(),
          other.period() == null
              ? WordingFaults.numberInName(text.where(), saying.words(), other.text())
              : WordingFaults.periodInName(text.where(), saying.words(), other.text()));
    } else if (likely.isEmpty()) {
      otherwise(saying);
    }
  }

  private static @Nullable RequiredAmount first(
      List<RequiredAmount> asked, java.util.function.Predicate<RequiredAmount> condition) {
    return asked.stream().filter(condition).findFirst().orElse(null);
  }

  private boolean isUnsaid(RequiredAmount asked) {
    return sayings.stream().noneMatch(other -> asked.mayBe(other) && asked.fits(other));
  }

  /** The rule asks for no amount of the unit. */
  private void otherwise(Saying saying) {
    if (saying.isShareOf() || saying.isAge() || saying.isPeriod()) {
      return;
    }
    boolean measured = MEASURED.stream().anyMatch(saying.measures()::contains);
    RequiredAmount otherUnit =
        first(
            content.asked(),
            each ->
                each.period() == null
                    && each.value().compareTo(saying.number()) == 0
                    && (!saying.isCount() || arePoints(saying, each))
                    && (measured || !each.unit().equals(Saying.COUNT))
                    && isUnsaid(each));
    if (otherUnit != null) {
      contradictions.found(
          otherUnit.span(),
          WordingFaults.unitInName(
              text.where(), saying.words(), otherUnit.text(), named(otherUnit.unit())));
    } else if (saying.isExplicit() && content.measuresNothing() && isMoreThanOne(saying)) {
      missing(saying);
    }
  }

  /** Points are sometimes credits, and never time or percent, which are of what there is. */
  private static boolean arePoints(Saying saying, RequiredAmount asked) {
    return saying.unit().equals("points")
        && Set.of("hours", "weeks", "percent").contains(asked.unit());
  }

  private void missing(Saying saying) {
    if (saying.isCount() && !saying.isTime()) {
      contradictions.found(
          text.span(), WordingFaults.numberInNameOfOne(text.where(), saying.words()));
    } else if (MEASURED.contains(saying.unit())) {
      contradictions.found(
          text.span(), WordingFaults.numberInNameOnly(text.where(), saying.words(), saying.unit()));
    }
  }

  private static boolean isMoreThanOne(Saying saying) {
    return saying.number().compareTo(BigDecimal.ONE) > 0;
  }

  private static String named(String unit) {
    return Objects.equals(unit, Saying.COUNT) ? "facts" : unit;
  }
}
