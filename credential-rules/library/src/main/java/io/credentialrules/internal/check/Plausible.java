package io.credentialrules.internal.check;

import com.google.common.collect.ImmutableMap;
import com.google.re2j.Pattern;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.RuleHeader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds ages, dates and periods that no policy means: digits exchanged, or one too many. The bounds
 * are wide, because a check cannot know what day it is.
 */
final class Plausible {
  /** Nobody has been older. */
  private static final BigDecimal MOST_YEARS_OF_AGE = BigDecimal.valueOf(122);

  /** The first dates that a policy can mean: births and completions of people who may be alive. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** Policies are not written for so far ahead. */
  private static final LocalDate LAST = LocalDate.of(2050, 1, 1);

  /** More than anybody does in a life of study and work. */
  private static final ImmutableMap<String, BigDecimal> MOST =
      ImmutableMap.of(
          "years", MOST_YEARS_OF_AGE,
          "hours", BigDecimal.valueOf(100_000),
          "credits", BigDecimal.valueOf(1_000),
          "weeks", BigDecimal.valueOf(2_600),
          "continuing education units", BigDecimal.valueOf(5_000),
          "grade points", BigDecimal.valueOf(20),
          "attempts", BigDecimal.valueOf(50),
          "words", BigDecimal.valueOf(1_000_000));

  private static final Pattern PERCENT = Pattern.compile("%|per ?cent|pour ?cent");

  private static final String CORRECT = "correct the number";

  private static final long MOST_MONTHS = 12L * 100;

  private final WholeNumbers wholeNumbers;
  private final Work work;
  private final Findings findings;

  /** The slots of a branch that hold how many there are. */
  private final Set<Integer> counts = new HashSet<>();

  Plausible(WholeNumbers wholeNumbers, Work work, Findings findings) {
    this.wholeNumbers = wholeNumbers;
    this.work = work;
    this.findings = findings;
  }

  void check(RuleHeader header) {
    Window window = header.window();
    date(header, window.from(), header.nameSpan(), "date-effective");
    date(header, window.until(), header.nameSpan(), "date-expires");
  }

  /** A credential that is valid for longer than anybody lives. */
  void check(CredentialRule rule) {
    Period valid = rule.settings().validFor();
    if (valid != null && valid.toTotalMonths() > MOST_MONTHS) {
      Warnings.warn(
          findings,
          rule.header(),
          rule.header().nameSpan(),
          MeaningFaults.implausibleValue("@validFor( \"" + valid + "\" )", CORRECT));
    }
  }

  /** A value that holds from a day that no policy means. */
  void check(RuleHeader header, NamedValue value) {
    for (NamedValue.Dated dated : value.values()) {
      if (!value.isGiven()) {
        date(header, dated.window().from(), value.nameSpan(), "@from");
      }
    }
  }

  void check(Proof proof) {
    for (Branch branch : proof.branches()) {
      counts.clear();
      for (Step step : branch.steps()) {
        step.visit(each -> check(proof.header(), each));
      }
    }
  }

  private void check(RuleHeader header, Step step) {
    if (step instanceof Step.Match match) {
      match.tests().forEach(test -> check(header, test));
    } else if (step instanceof Step.Total total) {
      total.functions().stream()
          .filter(each -> WholeNumbers.isCount(each.kind()))
          .forEach(each -> counts.add(each.slot()));
      total.tests().forEach(test -> check(header, test));
      percents(header, total);
    }
  }

  /** Percents that are added up are percents of nothing. */
  private void percents(RuleHeader header, Step.Total total) {
    for (Step.Function function : total.functions()) {
      Value argument = function.argument();
      if (function.kind() == Aggregation.SUM
          && argument != null
          && argument.unit().equals("percent")
          && argument.field() != null) {
        Warnings.warn(findings, header, total.source().span(), MeaningFaults.sumOfPercents());
      }
    }
  }

  private void check(RuleHeader header, Test test) {
    if (!work.spend(1)) {
      return;
    }
    if (test.comparison() == null) {
      test.parts().forEach(part -> check(header, part));
      return;
    }
    Comparison comparison = Linear.solved(test.comparison());
    whole(header, comparison, test);
    Value left = comparison.left();
    literals(comparison.right().literal())
        .forEach(
            literal -> {
              if (!work.spend(1)) {
                return;
              }
              if (literal instanceof LocalDate date) {
                date(header, date, test.source().span(), test.source().text());
              } else if (literal instanceof BigDecimal number && isRatio(header, left, number)) {
                Warnings.warn(
                    findings,
                    header,
                    test.source().span(),
                    MeaningFaults.implausibleValue(
                        test.source().text(),
                        "percents go from 0 to 100: write `"
                            + number.movePointRight(2).stripTrailingZeros().toPlainString()
                            + "`"));
              } else if (literal instanceof BigDecimal number
                  && isTooMuch(left, comparison, number)) {
                Warnings.warn(
                    findings,
                    header,
                    test.source().span(),
                    MeaningFaults.implausibleValue(test.source().text(), CORRECT));
              }
            });
    period(header, left, test);
    period(header, comparison.right(), test);
  }

  /** "At least 2.5" of what is counted is at least 3, and hardly meant. */
  private void whole(RuleHeader header, Comparison comparison, Test test) {
    Value left = comparison.left();
    VocabularyField field = left.field();
    boolean isWhole =
        (left instanceof Value.Slot slot && counts.contains(slot.slot()))
            || (field != null && wholeNumbers.contains(field));
    if (isWhole
        && comparison.operator().isOrdering()
        && test.comparison() != null
        && !test.comparison().isCalculated()
        && comparison.right().literal() instanceof BigDecimal number
        && number.stripTrailingZeros().scale() > 0) {
      boolean asksForMore =
          comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.MORE;
      BigDecimal nearest =
          number.setScale(0, asksForMore ? RoundingMode.CEILING : RoundingMode.FLOOR);
      Warnings.warn(
          findings,
          header,
          test.source().span(),
          MeaningFaults.implausibleValueWhole(
              test.source().text(), (asksForMore ? ">= " : "<= ") + nearest.toPlainString()));
    }
  }

  /** A ratio where percents are compared, unless the name says percents and is compared itself. */
  private static boolean isRatio(RuleHeader header, Value left, BigDecimal number) {
    return left.unit().equals("percent")
        && number.signum() > 0
        && number.compareTo(BigDecimal.ONE) < 0
        && !PERCENT.matcher(header.name()).find();
  }

  /** Of one fact; what a total comes to depends on what is summed up. */
  private static boolean isTooMuch(Value left, Comparison comparison, BigDecimal number) {
    boolean isOfOne = left.field() != null;
    boolean asksForMore =
        comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.MORE;
    BigDecimal most = MOST.get(left.unit());
    return most != null
        && number.compareTo(most) > 0
        && (isOfOne || (asksForMore && left instanceof Value.Slot));
  }

  private static List<?> literals(@Nullable Object literal) {
    return literal instanceof List<?> list ? list : literal == null ? List.of() : List.of(literal);
  }

  private void period(RuleHeader header, Value value, Test test) {
    if (value instanceof Value.Shift shift && Math.abs(shift.by().toTotalMonths()) > MOST_MONTHS) {
      Warnings.warn(
          findings,
          header,
          test.source().span(),
          MeaningFaults.implausibleValue(test.source().text(), CORRECT));
    }
  }

  private void date(RuleHeader header, @Nullable LocalDate date, SourceSpan span, String text) {
    if (date != null && (date.isBefore(FIRST) || !date.isBefore(LAST))) {
      Warnings.warn(findings, header, span, MeaningFaults.implausibleValueDate(date, text));
    }
  }
}
