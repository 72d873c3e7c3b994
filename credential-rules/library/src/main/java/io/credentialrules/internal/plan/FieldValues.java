package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The few values that are worth trying for a field: those of the policy and their neighbours, those
 * that it is compared with, and some that nobody has yet.
 */
final class FieldValues {
  private static final int SAMPLES = 40;

  private final PlanStart start;
  private final boolean allowsPast;
  private final FieldDates dates;
  private final @Nullable Pace pace;
  private final @Nullable NamesInUse namesInUse;
  private final FreshTexts fresh;

  /**
   * With dates of new facts that lie before the date of evaluation, or without.
   *
   * @param allowsPast whether something new can have happened before today, beside what the order
   *     of several new facts asks for
   * @param pace how large amounts are; null where they are as large as is missing
   * @param namesInUse names to try before new ones; null for none
   */
  FieldValues(
      PlanStart start, boolean allowsPast, @Nullable Pace pace, @Nullable NamesInUse namesInUse) {
    this.pace = pace;
    this.namesInUse = namesInUse;
    this.start = start;
    this.allowsPast = allowsPast;
    this.fresh = new FreshTexts(start);
    this.dates = new FieldDates(start, allowsPast);
  }

  /** The names to try before new ones. */
  Set<String> namesInUse(VocabularyType type, String name) {
    return namesInUse == null ? Set.of() : namesInUse.of(type, name);
  }

  /** Texts that no fact has in a field. */
  FreshTexts fresh() {
    return fresh;
  }

  FieldValues at(Pace other) {
    return new FieldValues(start, allowsPast, other, namesInUse);
  }

  FieldValues with(NamesInUse other) {
    return new FieldValues(start, allowsPast, pace, other);
  }

  FieldValues from(PlanStart other) {
    return new FieldValues(other, allowsPast, pace, namesInUse);
  }

  /** The day on which something new happens unless it is compared with others. */
  LocalDate newOn() {
    return start.newOn();
  }

  /** Whether something new can have happened before that. */
  boolean allowsPast() {
    return allowsPast;
  }

  /** How large amounts are; null where they are as large as is missing. */
  @Nullable Pace pace() {
    return pace;
  }

  /** Whether something new can be dated so. */
  boolean canHappenOn(LocalDate day) {
    return allowsPast || !day.isBefore(start.newOn());
  }

  /**
   * What a field is looked at for.
   *
   * @param test the test that has to pass
   * @param tests all tests of the pattern
   * @param slots what the other slots hold
   * @param scale the levels of the rule, from low to high
   */
  record Question(Test test, List<Test> tests, Slots slots, State state, List<String> scale) {}

  /** The values to try, the present one first; an empty one is an absent value. */
  List<Optional<Object>> values(Draft draft, int slot, String name, Question question) {
    VocabularyField field = draft.type().field(name);
    if (field == null) {
      return List.of();
    }
    Set<Optional<Object>> values = new LinkedHashSet<>();
    values.add(Optional.ofNullable(draft.value(name)));
    List<Operands> own = new ArrayList<>();
    for (Test test : question.tests()) {
      Operands key = start.operands(test);
      if (key.reads(slot, name)) {
        own.add(key);
      }
    }
    own.add(start.operands(question.test()));
    switch (field.kind()) {
      case WORD -> words(field, own, values);
      case TRUTH -> List.of(true, false).forEach(value -> values.add(Optional.of(value)));
      case LEVEL -> {
        own.forEach(key -> key.texts().forEach(text -> values.add(Optional.of(text))));
        question.scale().forEach(level -> values.add(Optional.of(level)));
        texts(draft, slot, name, question, own, values);
      }
      case TEXT -> texts(draft, slot, name, question, own, values);
      case TEXTS -> sets(draft, own, name, values);
      case AMOUNT -> amounts(field, draft, slot, question, own, values);
      case DATE -> dates.add(draft, slot, name, question, own, values);
    }
    if (draft.isOpen(name) && canBeAbsent(draft, name, question)) {
      values.add(Optional.empty());
    }
    if (draft.task().preset().containsKey(name) && draft.value(name) instanceof BigDecimal least) {
      values.removeIf(
          value ->
              !(value.orElse(null) instanceof BigDecimal amount) || amount.compareTo(least) < 0);
    }
    return List.copyOf(values);
  }

  /** What happens has a day, unless a condition asks for what has none. */
  private boolean canBeAbsent(Draft draft, String name, Question question) {
    return !name.equals(start.drafts().dayField(draft.type()))
        || asksForAbsence(question.test(), name)
        || question.tests().stream().anyMatch(test -> asksForAbsence(test, name));
  }

  private static boolean asksForAbsence(Test test, String name) {
    Comparison comparison = test.comparison();
    return comparison == null
        ? test.parts().stream().anyMatch(part -> asksForAbsence(part, name))
        : comparison.right().type() instanceof ValueType.Absent && comparison.isOfField(name);
  }

  private static void words(
      VocabularyField field, List<Operands> own, Set<Optional<Object>> values) {
    for (Operands key : own) {
      key.texts().stream()
          .filter(field.words()::contains)
          .forEach(word -> values.add(Optional.of(word)));
    }
    field.words().forEach(word -> values.add(Optional.of(word)));
  }

  private void texts(
      Draft draft,
      int slot,
      String name,
      Question question,
      List<Operands> own,
      Set<Optional<Object>> values) {
    for (Operands key : own) {
      key.texts().forEach(text -> values.add(Optional.of(text)));
    }
    others(slot, name, question)
        .forEach(
            other -> {
              if (other instanceof String text) {
                values.add(Optional.of(text));
              } else if (other instanceof Collection<?> texts) {
                texts.forEach(text -> values.add(Optional.of(text)));
              }
            });
    for (String text : namesInUse(draft.type(), name)) {
      values.add(Optional.of(text));
    }
    AskedTexts asked = AskedTexts.of(question.tests(), slot, name, question.slots(), start);
    fresh.of(draft.type(), name, asked, named(draft, question)).stream()
        .limit(SAMPLES)
        .forEach(values::add);
  }

  /** The first type that a test compares, so that both sides are tried with the same names. */
  private VocabularyType named(Draft draft, Question question) {
    return start.operands(question.test()).reads().stream()
        .filter(read -> read.field() != null)
        .sorted(Comparator.comparingInt(Operands.Read::slot))
        .map(read -> question.slots().at(read.slot()))
        .filter(Candidate.class::isInstance)
        .map(held -> ((Candidate) held).type())
        .findFirst()
        .orElse(draft.type());
  }

  private static void sets(
      Draft draft, List<Operands> own, String name, Set<Optional<Object>> values) {
    TreeSet<String> all = new TreeSet<>();
    if (draft.value(name) instanceof Collection<?> present) {
      present.forEach(text -> all.add((String) text));
    }
    boolean isOpen = draft.isOpen(name);
    Set<String> before = isOpen ? Set.of() : Set.copyOf(all);
    for (Operands key : own) {
      for (String text : key.texts()) {
        TreeSet<String> with = new TreeSet<>(before);
        with.add(text);
        values.add(Optional.of(with));
        all.add(text);
      }
    }
    values.add(Optional.of(all));
    if (isOpen) {
      values.add(Optional.of(new TreeSet<String>()));
    }
  }

  private void amounts(
      VocabularyField field,
      Draft draft,
      int slot,
      Question question,
      List<Operands> own,
      Set<Optional<Object>> values) {
    String name = field.name();
    Set<BigDecimal> bounds = new LinkedHashSet<>();
    BigDecimal turning = CalculatedNeeds.turning(field, draft, slot, question, start.drafts());
    if (turning != null) {
      bounds.add(turning);
    }
    own.forEach(key -> bounds.addAll(key.amounts()));
    others(slot, name, question)
        .forEach(
            other -> {
              if (other instanceof BigDecimal amount) {
                bounds.add(amount);
              }
            });
    bounds.forEach(bound -> values.add(Optional.of(bound)));
    for (BigDecimal bound : bounds) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(Math.max(0, bound.scale()));
      values.add(Optional.of(bound.add(BigDecimal.ONE)));
      values.add(Optional.of(bound.subtract(BigDecimal.ONE)));
      values.add(Optional.of(bound.add(least)));
      values.add(Optional.of(bound.subtract(least)));
      values.add(Optional.of(bound.add(new BigDecimal("0.1"))));
      values.add(Optional.of(bound.subtract(new BigDecimal("0.1"))));
    }
    if (field.max() != null) {
      values.add(Optional.of(field.max()));
    }
    values.add(Optional.of(field.min() == null ? BigDecimal.ZERO : field.min()));
    values.add(Optional.of(BigDecimal.ONE));
  }

  /** The values that a test compares a field with. */
  private List<Object> others(int slot, String name, Question question) {
    List<Object> others = new ArrayList<>();
    for (Operands.Read read : start.operands(question.test()).reads()) {
      if (!read.equals(new Operands.Read(slot, name))) {
        Object value = value(read, question.slots());
        if (value != null) {
          others.add(value);
        }
      }
    }
    return others;
  }

  static @Nullable Object value(Operands.Read read, Slots slots) {
    Object held = slots.at(read.slot());
    if (held instanceof Candidate candidate && read.field() != null) {
      VocabularyField field = candidate.type().field(read.field());
      return field == null ? null : candidate.value(field);
    }
    return held;
  }
}
