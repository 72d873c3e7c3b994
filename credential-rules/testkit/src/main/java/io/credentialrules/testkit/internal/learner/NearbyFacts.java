package io.credentialrules.testkit.internal.learner;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts that lie around what a rule asks for: one that has what a pattern names, and for a fact
 * those that differ from it in one respect by one step.
 */
public final class NearbyFacts {
  private static final String OTHER = "other";

  /** Of a field of more words, not all are tried. */
  private static final int MOST_WORDS = 12;

  private final Vocabulary vocabulary;
  private final ZonedDateTime asOf;

  /** Of a vocabulary, on a date. */
  public NearbyFacts(Vocabulary vocabulary, ZonedDateTime asOf) {
    this.vocabulary = vocabulary;
    this.asOf = asOf;
  }

  /** A fact with what a pattern names; null for what no record states, or no fact can be. */
  public @Nullable Fact of(Condition.Pattern pattern) {
    VocabularyType type = vocabulary.type(pattern.type());
    if (type == null || type.isDerived() || !Fact.class.isAssignableFrom(type.record())) {
      return null;
    }
    Map<String, Object> named = new HashMap<>();
    pattern.constraints().forEach(constraint -> name(constraint, named));
    RecordComponent[] components = type.record().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      VocabularyField field = type.field(components[i].getName());
      values[i] =
          components[i].getType() == Provenance.class || field == null
              ? vetted(named)
              : value(components[i].getType(), field, named.get(field.name()));
    }
    return FactParts.made(type, components, values);
  }

  private static void name(Constraint constraint, Map<String, Object> named) {
    constraint.parts().forEach(part -> name(part, named));
    if (constraint instanceof Constraint.IsTrue isTrue
        && isTrue.value() instanceof Expression.Field field) {
      named.put(field.name(), true);
    } else if (constraint instanceof Constraint.Compare compare
        && compare.operator() != Operator.NOT_IN
        && compare.operator() != Operator.NOT_EQUAL
        && compare.left() instanceof Expression.Field field) {
      Expression right =
          compare.right() instanceof Expression.Listing listing
              ? listing.values().get(0)
              : compare.right();
      if (right instanceof Expression.Text text) {
        named.put(field.name(), text.value());
      } else if (right instanceof Expression.Number number) {
        named.put(field.name(), number.value());
      }
    }
  }

  private Provenance vetted(Map<String, Object> named) {
    ReviewerRole role =
        Arrays.stream(ReviewerRole.values())
            .filter(each -> each.name().equals(named.get("reviewerRole")))
            .findFirst()
            .orElse(ReviewerRole.FACULTY);
    return Provenance.vettedBy("reviewer", role, asOf.toLocalDate());
  }

  private @Nullable Object value(
      Class<?> component, VocabularyField field, @Nullable Object named) {
    if (component == boolean.class) {
      return named != null;
    } else if (component == Set.class) {
      return named instanceof String text ? Set.of(text) : Set.of();
    } else if (component == List.class) {
      return named instanceof String text ? List.of(text) : List.of();
    } else if (component == LocalDate.class) {
      return asOf.toLocalDate();
    } else if (named == null && !field.required()) {
      return null;
    } else if (component.isEnum()) {
      return word(component, named instanceof String word ? word : field.words().get(0));
    } else if (component == Boolean.class) {
      return true;
    } else if (isNumber(component)) {
      return number(component, named instanceof BigDecimal amount ? amount : some(field));
    }
    return named instanceof String text ? text : OTHER;
  }

  private static boolean isNumber(Class<?> component) {
    return component == BigDecimal.class
        || component == int.class
        || component == Integer.class
        || component == long.class
        || component == Long.class;
  }

  /** The amount as the component holds it; whole numbers without their decimals. */
  private static Object number(Class<?> component, BigDecimal amount) {
    if (component == BigDecimal.class) {
      return amount;
    }
    return component == int.class || component == Integer.class
        ? (Object) amount.intValue()
        : (Object) amount.longValue();
  }

  /** One, or what lies nearest to it within the bounds. */
  private static BigDecimal some(VocabularyField field) {
    BigDecimal least = field.min();
    BigDecimal most = field.max();
    BigDecimal some = least == null ? BigDecimal.ONE : BigDecimal.ONE.max(least);
    return most == null ? some : some.min(most);
  }

  private static @Nullable Object word(Class<?> type, Object word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(word))
        .findFirst()
        .orElse(null);
  }

  /**
   * Those that differ from a fact in one respect: an amount one step below or above, a day earlier
   * or later, another word or text, or none; not reviewed, under way, revoked, over, to come, or
   * reviewed by another.
   */
  public List<Fact> around(Fact fact) {
    return differing(fact, (own, component, field) -> others(own, component, field), true);
  }

  /**
   * Those that differ from a fact in one amount, date or level.
   *
   * @param values the amounts that are tried in the place of each amount
   * @param additions what is tried to be added to each amount
   * @param dates the dates that are tried in the place of each date
   * @param levels the texts that are tried in the place of each of them
   */
  public List<Fact> with(
      Fact fact,
      List<BigDecimal> values,
      List<BigDecimal> additions,
      Collection<LocalDate> dates,
      Collection<String> levels) {
    return differing(
        fact,
        (own, component, field) -> {
          List<Object> others = new ArrayList<>();
          if (own instanceof BigDecimal amount) {
            others.addAll(values);
            additions.forEach(addition -> others.add(amount.add(addition)));
          } else if (own instanceof Integer || own instanceof Long) {
            BigDecimal amount = FactParts.amount((Number) own);
            values.forEach(value -> others.add(number(component, value)));
            additions.forEach(addition -> others.add(number(component, amount.add(addition))));
          } else if (own instanceof LocalDate) {
            others.addAll(dates);
          } else if (own instanceof String text && levels.contains(text)) {
            others.addAll(levels);
          }
          return others;
        },
        false);
  }

  /** The dates that a fact has, but for those of its provenance. */
  public List<LocalDate> days(Fact fact) {
    VocabularyType type = vocabulary.typeOf(fact);
    return type == null
        ? List.of()
        : Arrays.stream(FactParts.valuesOf(fact, type.record().getRecordComponents()))
            .filter(LocalDate.class::isInstance)
            .map(LocalDate.class::cast)
            .toList();
  }

  /** Other values for a component of a fact. */
  private interface OtherValues {
    List<Object> of(@Nullable Object own, Class<?> component, VocabularyField field);
  }

  private List<Fact> differing(Fact fact, OtherValues others, boolean withStates) {
    VocabularyType type = vocabulary.typeOf(fact);
    List<Fact> differing = new ArrayList<>();
    if (type == null) {
      return differing;
    }
    RecordComponent[] components = type.record().getRecordComponents();
    @Nullable Object[] own = FactParts.valuesOf(fact, components);
    for (int i = 0; i < components.length; i++) {
      VocabularyField field = type.field(components[i].getName());
      boolean isProvenance = components[i].getType() == Provenance.class;
      List<Object> tried =
          isProvenance
              ? withStates ? states(fact.provenance()) : List.of()
              : field == null ? List.of() : others.of(own[i], components[i].getType(), field);
      for (Object other : tried) {
        @Nullable Object[] values = own.clone();
        values[i] = other == ABSENT ? null : other;
        Fact made = FactParts.made(type, components, values);
        if (made != null && !made.equals(fact)) {
          differing.add(made);
        }
      }
    }
    return differing;
  }

  /** In place of a value that is absent. */
  private static final Object ABSENT = new Object();

  private List<Object> others(@Nullable Object own, Class<?> component, VocabularyField field) {
    List<Object> others = new ArrayList<>();
    if (own instanceof BigDecimal amount) {
      others.add(amount.subtract(new BigDecimal("0.01")));
      others.add(amount.subtract(BigDecimal.ONE));
      others.add(amount.add(new BigDecimal("0.01")));
    } else if (own instanceof Integer || own instanceof Long) {
      BigDecimal amount = FactParts.amount((Number) own);
      others.add(number(component, amount.subtract(BigDecimal.ONE)));
      others.add(number(component, amount.add(BigDecimal.ONE)));
    } else if (own instanceof LocalDate date) {
      others.add(date.minusDays(1));
      others.add(date.plusDays(1));
      others.add(date.minusYears(1));
    } else if (own instanceof Boolean truth) {
      others.add(!truth);
    } else if (own instanceof Enum<?>) {
      Arrays.stream(component.getEnumConstants())
          .filter(each -> !each.equals(own))
          .limit(MOST_WORDS)
          .forEach(others::add);
    } else if (own instanceof String) {
      others.add(OTHER);
    } else if (own instanceof Set<?> set && !set.isEmpty()) {
      others.add(Set.of());
    } else if (own instanceof List<?> list && !list.isEmpty()) {
      others.add(List.of());
    }
    if (own != null && !field.required() && !component.isPrimitive() && component != Set.class) {
      others.add(ABSENT);
    }
    return others;
  }

  private List<Object> states(Provenance own) {
    List<Object> states = new ArrayList<>();
    states.add(Provenance.UNVETTED);
    states.add(own.toBuilder().status(FactStatus.IN_PROGRESS).build());
    states.add(own.toBuilder().status(FactStatus.REVOKED).build());
    states.add(
        own.toBuilder().validFrom(null).validUntil(asOf.toInstant().minusSeconds(1)).build());
    states.add(own.toBuilder().validFrom(asOf.toInstant().plusSeconds(1)).validUntil(null).build());
    String reviewer = own.vetting().reviewer();
    if (reviewer != null) {
      for (ReviewerRole role : ReviewerRole.values()) {
        states.add(own.toBuilder().vetting(Vetting.by(reviewer, role, own.vetting().on())).build());
      }
    }
    return states;
  }
}
