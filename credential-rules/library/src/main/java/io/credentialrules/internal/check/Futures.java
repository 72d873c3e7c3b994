package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Objections;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates that must be after the date of evaluation, or validities that must have ended, in
 * facts that do not count then. Whether they count is asked of a sample of the fact by the rules by
 * which an evaluation counts.
 */
final class Futures {
  /** Any day will do: what counts depends on the order of days alone. */
  private static final LocalDate DAY = LocalDate.of(2000, 6, 15);

  private static final ZonedDateTime NOON = DAY.atTime(12, 0).atZone(ZoneOffset.UTC);

  private final Work work;
  private final Findings findings;
  private final Map<VocabularyField, Boolean> counts = new HashMap<>();

  Futures(Work work, Findings findings) {
    this.work = work;
    this.findings = findings;
  }

  void check(List<Step> steps) {
    for (Step step : steps) {
      step.visit(
          each -> {
            if (each instanceof Step.Match match) {
              match.tests().forEach(this::check);
            }
          });
    }
  }

  private void check(Test test) {
    Comparison comparison = test.comparison();
    if (comparison == null || !work.spend(1) || comparison.right().isLiteral()) {
      return;
    }
    check(test, comparison.left(), comparison.operator(), comparison.right());
    if (comparison.operator().comparesAmounts()) {
      check(test, comparison.right(), comparison.operator().mirrored(), comparison.left());
    }
  }

  /** A field that is compared with today, or with a day some time from today. */
  private void check(Test test, Value value, Operator operator, Value other) {
    if (!(value instanceof Value.Field field) || isToday(field) || seesMore(field)) {
      return;
    }
    int shift = 0;
    Value bound = other;
    if (other instanceof Value.Shift moved) {
      bound = moved.of();
      shift = moved.by().isZero() ? 0 : moved.by().isNegative() ? -1 : 1;
    }
    if (!(bound instanceof Value.Field today) || !isToday(today)) {
      return;
    }
    boolean isLater =
        operator == Operator.MORE
            ? shift >= 0
            : shift > 0 && (operator == Operator.AT_LEAST || operator == Operator.EQUAL);
    boolean isEarlier =
        operator == Operator.LESS
            ? shift <= 0
            : shift < 0 && (operator == Operator.AT_MOST || operator == Operator.EQUAL);
    if (field.field().name().equals("validUntil") && field.field().ofProvenance()) {
      if (isEarlier) {
        never(test, ": what has expired does not count");
      }
    } else if (isLater && !counts.computeIfAbsent(field.field(), one -> countsLater(field))) {
      never(test, ": what is after the date of evaluation does not count yet");
    }
  }

  private void never(Test test, String why) {
    findings.error(test.source().span(), MeaningFaults.neverMet(test.source().text(), why));
  }

  /** Whether the pattern asks for facts that do not count. */
  private static boolean seesMore(Value.Field field) {
    VocabularyType type = type(field);
    return type != null && !type.including().isEmpty();
  }

  private static boolean isToday(Value.Field field) {
    VocabularyType type = type(field);
    return type != null && type.name().equals(Vocabulary.TODAY);
  }

  private static @Nullable VocabularyType type(Value.Field field) {
    return field.of().type() instanceof ValueType.OfFact fact ? fact.type() : null;
  }

  /** Whether a fact counts of which this day is the day after that of the evaluation. */
  private static boolean countsLater(Value.Field field) {
    VocabularyType type = type(field);
    if (type == null || type.isDerived()) {
      return true;
    }
    LocalDate tomorrow = DAY.plusDays(1);
    Fact alone = sample(type, field.field(), tomorrow, null);
    Fact amongOthers = sample(type, field.field(), tomorrow, DAY);
    return alone == null
        || counts(alone, type)
        || (amongOthers != null && counts(amongOthers, type));
  }

  private static boolean counts(Fact fact, VocabularyType type) {
    return Objections.byTime(fact, NOON) == null
        && Objections.byReview(fact.provenance().vetting(), type.needsVetting(), DAY) == null;
  }

  /** A fact with one day, and others that it may have; null where the type refuses it. */
  private static @Nullable Fact sample(
      VocabularyType type, VocabularyField field, LocalDate day, @Nullable LocalDate others) {
    RecordComponent[] components = type.record().getRecordComponents();
    try {
      Constructor<? extends Record> constructor =
          type.record()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      @Nullable Object[] arguments = new @Nullable Object[components.length];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] =
            components[i].getName().equals(field.name())
                ? day
                : argument(components[i], field, day, others);
      }
      return constructor.newInstance(arguments) instanceof Fact fact ? fact : null;
    } catch (InvocationTargetException | IllegalArgumentException refused) {
      return null;
    } catch (ReflectiveOperationException unreachable) {
      return null;
    }
  }

  private static @Nullable Object argument(
      RecordComponent component, VocabularyField field, LocalDate day, @Nullable LocalDate others) {
    Class<?> type = component.getType();
    if (type == Provenance.class) {
      boolean isOfReview = field.ofProvenance() && field.name().equals("vettedOn");
      Provenance vetted =
          Provenance.vettedBy("a reviewer", ReviewerRole.STAFF, isOfReview ? day : DAY);
      return field.ofProvenance() && field.name().equals("validFrom")
          ? vetted.toBuilder().validFrom(day.atStartOfDay(ZoneOffset.UTC).toInstant()).build()
          : vetted;
    }
    if (type == LocalDate.class) {
      return others;
    }
    if (type == String.class) {
      return component.getName();
    }
    return type.isEnum() ? type.getEnumConstants()[0] : Array.get(Array.newInstance(type, 1), 0);
  }
}
