package io.credentialrules.internal.program;

import com.google.common.base.Suppliers;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One fact in one evaluation, with its type and the date on which its fields are read. Compared by
 * identity.
 */
public final class Candidate {
  private final Object fact;
  private final VocabularyType type;
  private final ZonedDateTime asOf;
  private final Budget budget;
  private final boolean lapsed;
  private final @Nullable Supplier<Earned> dated;
  private final @Nullable Map<String, Optional<Object>> imagined;

  /** A fact that takes part in an evaluation which may spend no more than its budget. */
  public Candidate(Object fact, VocabularyType type, ZonedDateTime asOf, Budget budget) {
    this(fact, type, asOf, budget, false, null, null);
  }

  private Candidate(
      Object fact,
      VocabularyType type,
      ZonedDateTime asOf,
      Budget budget,
      boolean lapsed,
      @Nullable Supplier<Earned> dated,
      @Nullable Map<String, Optional<Object>> imagined) {
    this.fact = fact;
    this.type = type;
    this.asOf = asOf;
    this.budget = budget;
    this.lapsed = lapsed;
    this.dated = dated;
    this.imagined = imagined;
  }

  /** A credential that was earned once and is not any more. */
  public static Candidate lapsed(
      Earned fact, VocabularyType type, ZonedDateTime asOf, Budget budget) {
    return new Candidate(fact, type, asOf, budget, true, null, null);
  }

  /**
   * The same credential with its dates, which are worked out when a rule reads one of them.
   *
   * @param when the credential with the time in which it is earned
   */
  public Candidate dated(Supplier<Earned> when) {
    return new Candidate(fact, type, asOf, budget, lapsed, Suppliers.memoize(when::get), null);
  }

  /** Whether it is a credential that was earned once and is not any more. */
  public boolean hasLapsed() {
    return lapsed;
  }

  /** Of a credential: it with the time in which it is earned, where that is known. */
  public Earned earned() {
    return dated == null ? (Earned) fact : dated.get();
  }

  /** Another fact as the same type sees it. */
  public Candidate of(Object other) {
    return new Candidate(other, type, asOf, budget);
  }

  /**
   * The same with other values in some fields, as if there were such a fact.
   *
   * @param values by the names of the fields; an empty one is an absent value
   */
  public Candidate imagining(Map<String, Optional<Object>> values) {
    return new Candidate(fact, type, asOf, budget, lapsed, dated, values);
  }

  /** The record. */
  public Object fact() {
    return fact;
  }

  /** Its type. */
  public VocabularyType type() {
    return type;
  }

  /** The name of its type, by which rules select. */
  public String typeName() {
    return type.name();
  }

  /** The value of one of its fields; null where it is absent. */
  public @Nullable Object value(VocabularyField field) {
    Optional<Object> instead = imagined == null ? null : imagined.get(field.name());
    if (instead != null) {
      return instead.orElse(null);
    }
    return field.value(dated != null && field.kind() == FieldKind.DATE ? dated.get() : fact, asOf);
  }

  /** Whether it passes a test that looks at it alone. */
  public boolean passes(Test test) {
    budget.spendComparisons(test.work());
    return test.in(Row.of(this));
  }

  /** What this evaluation may still spend. */
  public Budget budget() {
    return budget;
  }
}
