package io.credentialrules.internal.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.CompiledFormula;
import io.credentialrules.internal.program.DateMethod;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.FieldUse;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Equality that is written out, so that the JVM need not write it when it starts, is that of
 * records: each component tells two of them apart, and nothing else does.
 */
@Tag("once")
class WrittenEqualityTest {
  private static final VocabularyType WORK = type("WorkExperience");
  private static final VocabularyType TRAINING = type("TrainingCompletion");
  private static final Value.Slot SLOT = Value.Slot.ofFact(0, WORK);
  private static final Value.Slot OTHER = Value.Slot.ofFact(1, TRAINING);
  private static final Value.Field HOURS = new Value.Field(SLOT, WORK.fields().get(0));
  private static final Value.Field SUBJECT = new Value.Field(OTHER, WORK.fields().get(1));
  private static final Value.Literal TWO = Value.Literal.of(FieldKind.AMOUNT, new BigDecimal("2"));
  private static final Value.Literal TEXT = Value.Literal.of(FieldKind.TEXT, "2");

  /** A map finds one of many keys of one hash by their order, and else looks at all of them. */
  @Test
  void keys_of_one_hash_are_in_order_where_they_differ() {
    for (BiFunction<Value, String, Object> of :
        List.<BiFunction<Value, String, Object>>of(
            (field, text) -> Value.Literal.of(FieldKind.TEXT, text),
            (field, text) ->
                new CompiledFormula(
                    new Comparison(
                        field, Operator.EQUAL, Value.Literal.of(FieldKind.TEXT, text))))) {
      Alike one = new Alike(of.apply(SUBJECT, "Aa"));
      Alike other = new Alike(of.apply(SUBJECT, "BB"));
      assertThat(one).hasSameHashCodeAs(other).isNotEqualTo(other).isLessThan(other);
      assertThat(one).isEqualByComparingTo(new Alike(of.apply(SUBJECT, "Aa")));
    }
  }

  @Test
  void keys_of_values_are_equal_where_the_values_are() throws Exception {
    tellsApart(SLOT, new Value.Slot(1, ValueType.of(FieldKind.DATE), "hours"), Alike::new);
    tellsApart(HOURS, SUBJECT, Alike::new);
    tellsApart(TWO, TEXT, Alike::new);
    tellsApart(
        new Value.Listing(List.of(TWO, TEXT)), new Value.Listing(List.of(TEXT, TWO)), Alike::new);
    tellsApart(new Value.Size(HOURS), new Value.Size(SUBJECT), Alike::new);
    tellsApart(
        new Value.Shift(HOURS, DateMethod.MINUS_DAYS, 1, Period.ofDays(1)),
        new Value.Shift(SUBJECT, DateMethod.PLUS_DAYS, 2, Period.ofDays(2)),
        Alike::new);
    tellsApart(new ValueType.OfFact(WORK), new ValueType.OfFact(TRAINING), Alike::new);
    tellsApart(
        new ValueType.Plain(FieldKind.TEXT, List.of()),
        new ValueType.Plain(FieldKind.WORD, List.of("A")),
        Alike::new);
    assertThat(new Alike(new ValueType.Absent()))
        .isEqualTo(new Alike(new ValueType.Absent()))
        .isNotEqualTo(new Alike(ValueType.of(FieldKind.TEXT)));
  }

  @Test
  void so_are_keys_of_what_is_compared() throws Exception {
    Comparison one = new Comparison(HOURS, Operator.EQUAL, TWO, null);
    Comparison other = new Comparison(SUBJECT, Operator.LESS, TEXT, List.of("A", "B"));
    tellsApart(one, other, Alike::new);
    Function<Comparison, Alike> key = formula -> new Alike(new CompiledFormula(formula));
    Comparison equal = new Comparison(HOURS, Operator.EQUAL, literal("2"), null);
    assertThat(key.apply(one)).isEqualTo(key.apply(equal)).hasSameHashCodeAs(key.apply(equal));
    assertThat(key.apply(one))
        .as("an amount is shown as it is written")
        .isNotEqualTo(key.apply(new Comparison(HOURS, Operator.EQUAL, literal("2.0"), null)));
  }

  @Test
  void records_with_equality_of_their_own_differ_in_each_component() throws Exception {
    SourceSpan place = new SourceSpan("a", 1, 1, 5, 9);
    SourceSpan further = new SourceSpan("b", 2, 3, 6, 10);
    tellsApart(place, further, record -> record);
    tellsApart(new FieldUse("a", "b", place), new FieldUse("c", "d", further), record -> record);
    tellsApart(
        Window.ALWAYS,
        new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
        record -> record);
    Record zero = made("check.Position", BigDecimal.ZERO, "");
    Record one = made("check.Position", BigDecimal.ONE, "a");
    tellsApart(zero, one, record -> record);
    tellsApart(
        made("check.ValueSet", true, ImmutableRangeSet.of(), true),
        made("check.ValueSet", false, ImmutableRangeSet.of(Range.all()), false),
        record -> record);
  }

  @Test
  void so_do_settings_and_fields() throws Exception {
    tellsApart(
        named(
            "io.credentialrules.policy.StatedSettings",
            null,
            null,
            Renews.WHOLE,
            Lapses.WITH_COMPONENTS,
            VersionBy.EVALUATION_DATE,
            EvidenceUse.SHARED),
        named(
            "io.credentialrules.policy.StatedSettings",
            Period.ofDays(1),
            null,
            Renews.EACH_PART,
            Lapses.NEVER,
            VersionBy.POLICY_DATE,
            EvidenceUse.EXCLUSIVE),
        record -> record);
    BiFunction<Object, ZonedDateTime, Object> first = (fact, asOf) -> fact;
    BiFunction<Object, ZonedDateTime, Object> second = (fact, asOf) -> asOf;
    tellsApart(
        named(
            "io.credentialrules.policy.StatedField",
            "a",
            FieldKind.AMOUNT,
            "hours",
            BigDecimal.ZERO,
            BigDecimal.TEN,
            List.of(),
            true,
            true,
            true,
            true,
            first),
        named(
            "io.credentialrules.policy.StatedField",
            "b",
            FieldKind.WORD,
            "",
            null,
            null,
            List.of("A"),
            false,
            false,
            false,
            false,
            second),
        record -> record);
  }

  /** Each record that has one component of the other is neither of them; a copy is the same. */
  private static void tellsApart(Record one, Record other, Function<Record, Object> key)
      throws Exception {
    RecordComponent[] components = one.getClass().getRecordComponents();
    @Nullable Object[] values = values(one);
    Record copy = made(one.getClass(), values);
    assertThat(key.apply(copy)).isEqualTo(key.apply(one)).hasSameHashCodeAs(key.apply(one));
    for (int i = 0; i < components.length; i++) {
      @Nullable Object changed = values(other)[i];
      if (!Objects.equals(values[i], changed)) {
        @Nullable Object[] mixed = values.clone();
        mixed[i] = changed;
        assertThat(key.apply(made(one.getClass(), mixed)))
            .as(components[i].getName())
            .isNotEqualTo(key.apply(one));
      }
    }
    assertThat(key.apply(one)).isNotEqualTo(key.apply(other)).isNotEqualTo("another thing");
  }

  private static @Nullable Object[] values(Record record) throws Exception {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      components[i].getAccessor().setAccessible(true);
      values[i] = components[i].getAccessor().invoke(record);
    }
    return values;
  }

  private static Record made(Class<?> type, @Nullable Object... values) throws Exception {
    Constructor<?> canonical =
        type.getDeclaredConstructor(
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    canonical.setAccessible(true);
    return (Record) canonical.newInstance(values);
  }

  private static Record made(String name, @Nullable Object... values) throws Exception {
    return named("io.credentialrules.internal." + name, values);
  }

  private static Record named(String name, @Nullable Object... values) throws Exception {
    return made(Class.forName(name), values);
  }

  private static Value.Literal literal(String amount) {
    return Value.Literal.of(FieldKind.AMOUNT, new BigDecimal(amount));
  }

  private static VocabularyType type(String name) {
    return Objects.requireNonNull(Vocabulary.standard().type(name));
  }
}
