package io.credentialrules.internal.plan;

import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import io.credentialrules.Plan.Action;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field between which what the rules say can change: none, those of the policy, the
 * record and the plan with their neighbours, the ends of its range, and a text that nobody has.
 */
final class Domain {
  /** More than are tried of any field: with more days than these, which do are not told apart. */
  private static final int MOST_DAYS = 400;

  /** A text that is in no policy and no record. */
  static final String OTHER = "something else entirely";

  private final PlanStart start;
  private final AskedFields asked;
  private final State plan;
  private final boolean isSpread;
  private int most = Integer.MAX_VALUE;

  Domain(PlanStart start, AskedFields asked, State plan) {
    this.start = start;
    this.asked = asked;
    this.plan = plan;
    this.isSpread =
        plan.drafts().stream()
            .anyMatch(
                draft -> start.since().isBefore(start.today()) && happensEarlier(draft, start));
  }

  /** Whether it is to happen before the day for which it is planned. */
  private static boolean happensEarlier(Draft draft, PlanStart start) {
    String name = start.drafts().dayField(draft.type());
    VocabularyField day = name == null ? null : draft.type().field(name);
    return day != null
        && isForTheLearner(draft, day, start)
        && draft.value(day.name()) instanceof LocalDate date
        && date.isBefore(start.today());
  }

  /** From now on only so many values of each field. */
  void limit(int values) {
    most = values;
  }

  /** The fields of a fact of the plan that rules look at and that are for the learner to fill. */
  List<VocabularyField> open(Draft draft) {
    List<VocabularyField> open = new ArrayList<>();
    String dayField = start.drafts().dayField(draft.type());
    boolean isOnEve = start.newOn().isAfter(start.since()) && start.newOn().isBefore(start.today());
    for (VocabularyField field : draft.type().fields()) {
      boolean isDay = field.name().equals(dayField);
      boolean isToday = isDay && start.today().equals(draft.value(field.name())) && !isSpread;
      if ((asked.asks(draft.type(), field.name()) || (isDay && isOnEve))
          && !isToday
          && isForTheLearner(draft, field, start)) {
        open.add(field);
      }
    }
    return open;
  }

  private static boolean isForTheLearner(Draft draft, VocabularyField field, PlanStart start) {
    if (field.name().equals("id")) {
      return false;
    }
    if (field.ofProvenance()) {
      return draft.fixed().containsKey(field.name());
    }
    if (draft.base() == null) {
      return true;
    }
    if (draft.action() == Action.RENEW) {
      return field.name().equals(start.drafts().dayField(draft.type()));
    }
    Object before = field.value(draft.base(), start.asOf());
    return draft.action() == Action.COMPLETE
        && (before == null || before.equals(false) || before instanceof BigDecimal);
  }

  /**
   * Whether a day can have earned the credential too early: it is earned for a time only, and by
   * another way that an earlier day of this fact opens it may have been earned and be over.
   */
  boolean isTooEarly(Draft draft, VocabularyField field, Optional<Object> value) {
    return asked.lapses()
        && value.orElse(null) instanceof LocalDate day
        && draft.value(field.name()) instanceof LocalDate planned
        && day.isBefore(planned);
  }

  /** Whether it is not on one of the days for which is planned. */
  boolean isOutside(Draft draft, VocabularyField field, Optional<Object> value) {
    return isSpread
        && field.name().equals(start.drafts().dayField(draft.type()))
        && value.orElse(null) instanceof LocalDate day
        && (day.isBefore(start.since()) || day.isAfter(start.today()));
  }

  /** Whether facts are told apart by a field; days are where they have stretches of their own. */
  boolean tellsApart(VocabularyField field) {
    return !Set.of(FieldKind.TEXTS, FieldKind.AMOUNT).contains(field.kind()) && !isSpread(field);
  }

  /** Whether a field is a date of a plan whose facts have stretches of their own. */
  boolean isSpread(VocabularyField field) {
    return isSpread && field.kind() == FieldKind.DATE;
  }

  /** The days around that of a fact in the same weeks, months and years; null where none are. */
  @Nullable List<StatedDemand> sameSpans(FieldDemands field) {
    return Stretches.around(spans(field), start.since(), start.today(), field);
  }

  /** The weeks, months and years by which a date is grouped that is spread over them. */
  List<Stretches> spans(FieldDemands field) {
    return isSpread(field.field())
        ? asked.spans(plan.drafts().get(field.number()).type(), field.field().name())
        : List.of();
  }

  /** Whether a date is compared with another that is computed, or is computed itself. */
  boolean isCompared(Draft draft, VocabularyField field) {
    return !asked.comparedDates(draft.type(), field.name()).isEmpty();
  }

  /** Whether there are more values than are tried. */
  boolean isCut(Draft draft, VocabularyField field, Set<Optional<Object>> known) {
    return Sets.difference(all(draft, field), known).size() > most;
  }

  /** The value that the plan was tried with first, then the others but for those that are known. */
  List<Optional<Object>> values(Draft draft, VocabularyField field, Set<Optional<Object>> known) {
    return Sets.difference(all(draft, field), known).stream().limit(most).toList();
  }

  private Set<Optional<Object>> all(Draft draft, VocabularyField field) {
    Set<Optional<Object>> values = new LinkedHashSet<>();
    Object example = canonical(draft.value(field.name()));
    values.add(Optional.ofNullable(example));
    if (!field.required()) {
      values.add(Optional.empty());
    }
    if (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LEVEL) {
      values.add(Optional.of(OTHER));
    }
    if (isSpread && example instanceof LocalDate day) {
      add(field, start.since(), example, values);
      for (Stretches spans : asked.spans(draft.type(), field.name())) {
        add(field, spans.first(day), example, values);
        add(field, spans.last(day), example, values);
      }
    }
    for (Draft other : plan.drafts()) {
      if (other.type().record() == draft.type().record()) {
        add(field, canonical(other.value(field.name())), example, values);
      }
    }
    switch (field.kind()) {
      case WORD -> field.words().forEach(word -> values.add(Optional.of(word)));
      case TRUTH -> values.addAll(List.of(Optional.of(true), Optional.of(false)));
      case TEXTS -> TriedTexts.around(example, values);
      case AMOUNT -> ends(field, values);
      default -> {}
    }
    add(field, example, example, values);
    asked.values(draft.type(), field.name()).forEach(value -> add(field, value, example, values));
    turningDays(draft, field, values);
    List<Object> present =
        asked.comparedOfFacts(draft.type(), field).stream()
            .flatMap(other -> present(other).stream())
            .toList();
    present.forEach(value -> add(field, value, example, values));
    Set<Period> shifts = asked.shifts(draft.type(), field.name());
    Lists.reverse(present).forEach(value -> values.addAll(FieldDates.near(value, shifts)));
    if (field.kind() == FieldKind.TEXTS) {
      TriedTexts.together(example, values);
    }
    Optional<Object> least = draft.task().preset().getOrDefault(field.name(), Optional.empty());
    if (least.orElse(null) instanceof BigDecimal amount) {
      values.removeIf(
          value -> !(value.orElse(null) instanceof BigDecimal more) || more.compareTo(amount) < 0);
    }
    return values;
  }

  /** The days on which comparisons of a date with others, and computed ones, turn. */
  private void turningDays(Draft draft, VocabularyField field, Set<Optional<Object>> values) {
    if (field.kind() != FieldKind.DATE) {
      return;
    }
    add(field, start.newOn(), null, values);
    asked.compared(draft.type(), field.name()).stream()
        .filter(own -> own.type().equals(draft.type().record().getSimpleName()))
        .forEach(own -> add(field, draft.value(own.field()), null, values));
    for (ComparedDate with : asked.comparedDates(draft.type(), field.name())) {
      List<Object> dates = new ArrayList<>(List.of(start.newOn()));
      AskedFields.Asked from = with.from();
      if (from != null && !with.isOfOneFact()) {
        dates.addAll(Lists.reverse(present(from)));
      } else if (from != null && draft.value(from.field()) instanceof LocalDate own) {
        dates.add(own);
      }
      for (Object date : dates) {
        if (values.size() <= MOST_DAYS) {
          with.turning(date).forEach(day -> values.add(Optional.of(day)));
        }
      }
    }
  }

  /** Whether a value is in no policy and on no record. */
  boolean isMadeUp(Draft draft, VocabularyField field, Object value) {
    return !asked.values(draft.type(), field.name()).contains(value)
        && asked.compared(draft.type(), field.name()).stream()
            .noneMatch(other -> onRecord(other).contains(value));
  }

  private List<Object> onRecord(AskedFields.Asked other) {
    List<Object> all = present(other);
    for (Draft draft : plan.drafts()) {
      if (draft.type().record().getSimpleName().equals(other.type())) {
        all.remove(canonical(draft.value(other.field())));
      }
    }
    return all;
  }

  /** The values on record that count. */
  List<Object> present(AskedFields.Asked other) {
    List<Object> present = new ArrayList<>();
    VocabularyType type = start.program().vocabulary().type(other.type());
    VocabularyField field = type == null ? null : type.field(other.field());
    if (type != null && field != null && !PlanStart.isDerived(type)) {
      for (Candidate candidate : start.candidates(type, plan)) {
        Object value = canonical(candidate.value(field));
        if (value != null) {
          present.add(value);
        }
      }
    }
    return present;
  }

  private static void ends(VocabularyField field, Set<Optional<Object>> values) {
    values.add(
        Optional.of(Comparing.canonical(field.min() == null ? BigDecimal.ZERO : field.min())));
    if (field.max() != null) {
      values.add(Optional.of(Comparing.canonical(field.max())));
    }
  }

  private void add(
      VocabularyField field,
      @Nullable Object value,
      @Nullable Object example,
      Set<Optional<Object>> values) {
    if (field.kind() == FieldKind.TEXTS) {
      TriedTexts.add(value, example, values);
    } else if (value instanceof BigDecimal amount && field.kind() == FieldKind.AMOUNT) {
      BigDecimal least = TotalGap.least(amount);
      for (BigDecimal near : List.of(amount, amount.subtract(least), amount.add(least))) {
        values.add(Optional.of(Comparing.canonical(near)));
      }
    } else if (value instanceof LocalDate date && field.kind() == FieldKind.DATE) {
      if (date.isAfter(LocalDate.MIN) && date.isBefore(LocalDate.MAX)) {
        for (LocalDate near : List.of(date, date.minusDays(1), date.plusDays(1), start.today())) {
          values.add(Optional.of(near));
        }
      }
    } else if (value instanceof String text
        && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LEVEL)) {
      values.add(Optional.of(text));
    }
  }

  static @Nullable Object canonical(@Nullable Object value) {
    return value == null ? null : Comparing.canonical(value);
  }
}
