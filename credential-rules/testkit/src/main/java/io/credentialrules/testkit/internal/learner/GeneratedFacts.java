package io.credentialrules.testkit.internal.learner;

import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Facts of a type, component by component. */
public final class GeneratedFacts {
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
  private static final double ABSENT = 0.2;

  private GeneratedFacts() {}

  /** Those that a type accepts. */
  public static Arbitrary<Fact> of(VocabularyType type) {
    RecordComponent[] components = type.record().getRecordComponents();
    List<Arbitrary<@Nullable Object>> values = new ArrayList<>();
    for (RecordComponent component : components) {
      values.add(
          component.getType() == Provenance.class
              ? provenances().map(provenance -> provenance)
              : value(component.getType(), type.field(component.getName())));
    }
    return Combinators.combine(values)
        .as(chosen -> FactParts.made(type, components, chosen.toArray()))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /** In each state that a fact can be in. */
  public static Arbitrary<Provenance> provenances() {
    return Combinators.combine(
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            Arbitraries.of(FactStatus.class),
            vettings(),
            instants().injectNull(0.7),
            instants().injectNull(0.7))
        .as(
            (id, source, status, vetting, one, other) -> {
              boolean turned = one != null && other != null && other.isBefore(one);
              return Provenance.builder()
                  .id(id)
                  .source(source)
                  .status(status)
                  .vetting(vetting)
                  .validFrom(turned ? other : one)
                  .validUntil(turned ? one : other)
                  .build();
            });
  }

  private static Arbitrary<Vetting> vettings() {
    return Combinators.combine(
            Arbitraries.of(VettingStatus.class),
            texts().injectNull(ABSENT),
            Arbitraries.of(ReviewerRole.class),
            dates().injectNull(ABSENT))
        .as(
            (status, reviewer, role, on) ->
                status == VettingStatus.UNVETTED
                    ? Vetting.NONE
                    : new Vetting(status, reviewer, role, on));
  }

  /** The field is null for a component that is left out of the rules. */
  private static Arbitrary<@Nullable Object> value(
      Class<?> component, @Nullable VocabularyField field) {
    Arbitrary<@Nullable Object> present = present(component, field);
    boolean optional = field == null ? !component.isPrimitive() : !field.required();
    return optional ? present.injectNull(ABSENT) : present;
  }

  private static Arbitrary<@Nullable Object> present(
      Class<?> component, @Nullable VocabularyField field) {
    if (component == boolean.class || component == Boolean.class) {
      return Arbitraries.of(false, true).map(truth -> truth);
    } else if (component == LocalDate.class) {
      return dates().map(date -> date);
    } else if (component.isEnum()) {
      return Arbitraries.of(List.of(component.getEnumConstants())).map(word -> word);
    } else if (component == String.class) {
      return texts().map(text -> text);
    } else if (component == Set.class) {
      return texts().set().ofMaxSize(3).map(texts -> texts);
    } else if (component == List.class) {
      return texts().list().ofMaxSize(3).map(texts -> texts);
    } else if (component == BigDecimal.class) {
      return amounts(field);
    } else if (component == int.class || component == Integer.class) {
      return whole(field, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
    } else if (component == long.class || component == Long.class) {
      return whole(field, Long.MIN_VALUE, Long.MAX_VALUE).map(number -> number);
    }
    return Arbitraries.<Object>just(component).injectNull(1);
  }

  /** With two decimals, or as many as the bounds have. */
  private static Arbitrary<@Nullable Object> amounts(@Nullable VocabularyField field) {
    BigDecimal least = least(field);
    BigDecimal greatest = greatest(field);
    int scale = Math.max(2, Math.max(least.scale(), greatest.scale()));
    return Arbitraries.bigDecimals().between(least, greatest).ofScale(scale).map(amount -> amount);
  }

  /** Whole numbers within the bounds, of which there are some. */
  private static Arbitrary<Long> whole(@Nullable VocabularyField field, long first, long last) {
    BigDecimal least = least(field).max(BigDecimal.valueOf(first));
    BigDecimal greatest = greatest(field).min(BigDecimal.valueOf(last));
    return Arbitraries.longs()
        .between(
            least.setScale(0, RoundingMode.CEILING).longValueExact(),
            greatest.setScale(0, RoundingMode.FLOOR).longValueExact());
  }

  private static BigDecimal least(@Nullable VocabularyField field) {
    BigDecimal min = field == null ? null : field.min();
    BigDecimal max = field == null ? null : field.max();
    return min != null
        ? min
        : max == null ? MOST.negate() : max.min(BigDecimal.ZERO).subtract(MOST);
  }

  private static BigDecimal greatest(@Nullable VocabularyField field) {
    BigDecimal min = field == null ? null : field.min();
    BigDecimal max = field == null ? null : field.max();
    return max != null ? max : min == null ? MOST : min.max(BigDecimal.ZERO).add(MOST);
  }

  /** Of a life: whoever learns today was not born before them. */
  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(LocalDate.of(1940, 1, 1).toEpochDay(), LocalDate.of(2040, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<Instant> instants() {
    return dates().map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Half of them as ids are written, the others as people and programs may write them too. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8),
        Arbitraries.of(
            "O'Neil",
            "a \"quoted\" word",
            "Presque Isle",
            "Übung – Ænder",
            "a\\b",
            "<b>&amp;</b>",
            "=1+1",
            "ΑΒΓ 漢字",
            "x".repeat(200)));
  }
}
