package io.credentialrules.internal.timeline;

import com.google.common.collect.Collections2;
import io.credentialrules.internal.program.Acceptance;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What tests may come to say once fields are filled that are still open: the outcome of what is not
 * completed, and the review of what nobody has reviewed. A value that is there is not open, but for
 * a no before any result.
 */
public final class Openness implements Acceptance {

  /** A total of which an open field is a part. */
  static final Object OPEN = new Object();

  private static final Set<String> OF_REVIEW = Set.of("reviewer", "reviewerRole", "vettedOn");

  private final Distinct<Fact> further;
  private final LocalDate today;
  private final BiPredicate<VocabularyType, VocabularyField> happens;

  /**
   * Of facts that would count; of those that count already nothing is open.
   *
   * @param today the first day on which what is in progress can be completed
   * @param happens whether a field says when a fact happens
   */
  public Openness(
      Collection<Fact> further,
      LocalDate today,
      BiPredicate<VocabularyType, VocabularyField> happens) {
    this.today = today;
    this.happens = happens;
    this.further = Distinct.of(Collections2.filter(further, Openness::isUnsettled));
  }

  /** Whether no fact has anything that is open, whatever it is asked for. */
  public boolean isEmpty() {
    return further.size() == 0;
  }

  /** Whether something of a type can be open. */
  public boolean isOf(VocabularyType type) {
    for (Fact fact : further) {
      if (fact.getClass() == type.record()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isOpen(Candidate candidate) {
    return candidate.fact() instanceof Fact fact && further.contains(fact);
  }

  /** Whether tests pass, or may pass yet. */
  @Override
  public boolean passes(List<Test> tests, Row row) {
    for (Test test : tests) {
      if (!may(test, row, true)) {
        return false;
      }
    }
    return true;
  }

  private boolean may(Test test, Row row, boolean pass) {
    Formula formula = test.formula();
    if (formula instanceof Formula.Not not) {
      return may(not.part(), row, !pass);
    }
    if (formula instanceof Formula.And || formula instanceof Formula.Or) {
      boolean all = formula instanceof Formula.And == pass;
      return all
          ? test.parts().stream().allMatch(part -> may(part, row, pass))
          : test.parts().stream().anyMatch(part -> may(part, row, pass));
    }
    if (formula instanceof Comparison comparison && isTooLate(comparison, row, pass)) {
      return false;
    }
    return test.in(closed(row)) == pass || isOpen(formula, row);
  }

  /**
   * Whether it had to happen before: a comparison of the day on which something in progress is
   * completed, which is no day that is over, with a date that time does not move.
   */
  private boolean isTooLate(Comparison comparison, Row row, boolean pass) {
    Operator operator = pass ? comparison.operator() : comparison.operator().opposite();
    return isTooLate(comparison.left(), operator, comparison.right(), row)
        || isTooLate(comparison.right(), operator.mirrored(), comparison.left(), row);
  }

  private boolean isTooLate(Value own, Operator operator, Value other, Row row) {
    DateChain chain = DateChain.of(own);
    DateChain with = DateChain.of(other);
    LocalDate earliest = chain == null || !isToCome(chain.field(), row) ? null : chain.on(today);
    if (earliest == null
        || isOpen(other, row)
        || (with != null && with.isOfToday())
        || !(other.in(closed(row)) instanceof LocalDate day)) {
      return false;
    }
    return switch (operator) {
      case LESS -> !earliest.isBefore(day);
      case AT_MOST, EQUAL -> earliest.isAfter(day);
      default -> false;
    };
  }

  private boolean isToCome(Value.Field field, Row row) {
    return row.at(field.of().slot()) instanceof Candidate candidate
        && candidate.fact() instanceof Fact fact
        && fact.provenance().status() != FactStatus.PROVISIONAL
        && isOpen(candidate, field.field())
        && happens.test(candidate.type(), field.field());
  }

  private boolean isOpen(Formula formula, Row row) {
    boolean[] found = new boolean[1];
    formula.visit(value -> found[0] |= isOpenItself(value, row));
    return found[0];
  }

  private boolean isOpen(Value value, Row row) {
    boolean[] found = new boolean[1];
    value.visit(part -> found[0] |= isOpenItself(part, row));
    return found[0];
  }

  private boolean isOpenItself(Value value, Row row) {
    if (value instanceof Value.Slot slot) {
      return row.at(slot.slot()) == OPEN;
    }
    return value instanceof Value.Field field
        && row.at(field.of().slot()) instanceof Candidate candidate
        && isOpen(candidate, field.field());
  }

  private boolean isOpen(Candidate candidate, VocabularyField field) {
    return candidate.fact() instanceof Fact fact
        && (field.ofProvenance()
            ? OF_REVIEW.contains(field.name())
                && fact.provenance().vetting().status() == VettingStatus.UNVETTED
            : field.outcome() && isInProgress(fact))
        && isUnknown(candidate.value(field), fact)
        && further.contains(fact);
  }

  /** A no is what is said where nothing is, until a result is reported. */
  private static boolean isUnknown(@Nullable Object value, Fact fact) {
    return value == null
        || (value instanceof Boolean yes
            && !yes
            && fact.provenance().status() != FactStatus.PROVISIONAL);
  }

  private static boolean isInProgress(Fact fact) {
    return switch (fact.provenance().status()) {
      case ENROLLED, IN_PROGRESS, ON_HOLD, PROVISIONAL -> true;
      case COMPLETED, FAILED, WITHDREW, SUSPENDED, REVOKED -> false;
    };
  }

  private static boolean isUnsettled(Fact fact) {
    return isInProgress(fact) || fact.provenance().vetting().status() == VettingStatus.UNVETTED;
  }

  /** What a function gives over rows: {@link #OPEN} where a value that it takes is open. */
  @Override
  public @Nullable Object result(
      Step.Total total, Step.Function function, List<? extends Row> rows, @Nullable Object given) {
    List<Value> taken =
        total.grouping() != null
            ? total.arguments()
            : function.argument() == null ? List.of() : List.of(function.argument());
    return taken.stream().anyMatch(value -> rows.stream().anyMatch(row -> isOpen(value, row)))
        ? OPEN
        : given;
  }

  /** The same without what is open. */
  @Override
  public Slots known(Slots slots) {
    Slots closed = slots.copy();
    for (int i = 0; i < closed.size(); i++) {
      closed.put(i, closed.at(i) == OPEN ? null : closed.at(i));
    }
    return closed;
  }

  private static Row closed(Row row) {
    return slot -> {
      Object content = row.at(slot);
      return content == OPEN ? null : content;
    };
  }
}
