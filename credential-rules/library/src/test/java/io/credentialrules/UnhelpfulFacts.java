package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Demand;
import io.credentialrules.internal.result.StatedStep;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does what a plan says as unhelpfully as its words allow: of each step some fact that has what is
 * demanded, and of the rest whatever comes, the same as in other facts where that is possible.
 */
final class UnhelpfulFacts {
  private static final List<String> TEXTS =
      List.of(
          "a", "b", "c", "e", "f", "x", "y", "z", "w", "h-1", "h-2", "c0", "c1", "LOW", "MID",
          "HIGH", "quiz", "?");
  private static final List<Integer> AMOUNTS =
      List.of(0, 1, 2, 30, 31, 50, 60, 61, 80, 90, 100, 500);

  private final Vocabulary vocabulary;
  private final ZonedDateTime asOf;
  private final Random random;
  private final List<String> texts;

  UnhelpfulFacts(Vocabulary vocabulary, ZonedDateTime asOf, Random random) {
    this(vocabulary, asOf, random, TEXTS);
  }

  /** With these texts: of few, what is drawn is soon like what is on record in several fields. */
  UnhelpfulFacts(Vocabulary vocabulary, ZonedDateTime asOf, Random random, List<String> texts) {
    this.texts = texts;
    this.vocabulary = vocabulary;
    this.asOf = asOf;
    this.random = random;
  }

  /** What the steps of a policy's plan for `c` ask for; any facts that they allow earn it. */
  static List<Demand> demands(String policy, Fact... facts) {
    CredentialRules rules = Records.rules(policy);
    LearnerRecord record = Records.record(facts);
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("c");
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(rules.vocabulary(), TODAY.atTime(18, 0).atZone(ZONE), new Random(1));
    for (int tries = 0; tries < 50; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("c"))
          .as("%s %s", steps.steps(), after.facts())
          .isTrue();
    }
    return steps.steps().stream().flatMap(step -> step.demands().stream()).toList();
  }

  /** The record after the steps were done so; the plan's own facts have to be as it demands. */
  LearnerRecord after(Plan.Steps plan, LearnerRecord record) {
    if (plan.steps().isEmpty()) {
      return record;
    }
    ownFactsAreAsDemanded(plan);
    List<Plan.Step> done = new ArrayList<>();
    List<Map<String, Optional<Object>>> drawn = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      done.add(done(step, drawn));
    }
    return new StatedSteps(plan.credential(), done).appliedTo(record);
  }

  private void ownFactsAreAsDemanded(Plan.Steps plan) {
    List<Map<String, Optional<Object>>> before = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      Map<String, Optional<Object>> own =
          valuesOf(Objects.requireNonNull(vocabulary.typeOf(step.fact())), step.fact());
      assertThat(step.demands())
          .as(() -> "what step %s of %s demands of its own fact".formatted(before.size() + 1, plan))
          .allMatch(
              demand -> allows(demand, own.getOrDefault(demand.field(), Optional.empty()), before));
      before.add(own);
    }
  }

  /** The plan without the demands of some steps that are said to be in their conditions. */
  static Plan.Steps asTold(Plan.Steps plan, Predicate<Plan.Step> which) {
    List<Plan.Step> steps = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      List<Demand> told =
          step.demands().stream()
              .filter(demand -> !which.test(step) || !demand.isInCondition())
              .toList();
      steps.add(like(step, step.fact(), told));
    }
    return new StatedSteps(plan.credential(), steps);
  }

  private Plan.Step done(Plan.Step step, List<Map<String, Optional<Object>>> before) {
    VocabularyType type = Objects.requireNonNull(vocabulary.typeOf(step.fact()));
    for (int tries = 0; tries < 30; tries++) {
      Map<String, Optional<Object>> values = new HashMap<>();
      for (VocabularyField field : type.fields()) {
        if (isUnsaidDay(step, field)) {
          values.put(field.name(), Optional.of(asOf.toLocalDate()));
        } else if (!field.ofProvenance()) {
          draw(step, field, before, values);
        }
      }
      Fact fact = made(step.fact(), values);
      if (fact != null) {
        before.add(valuesOf(type, fact));
        return like(step, fact, List.of());
      }
    }
    before.add(valuesOf(type, step.fact()));
    return step;
  }

  /**
   * Whether a date is the day on which something new happens, or another that is today, and none is
   * demanded: then it happens today, also where the plan was found for a later day.
   */
  private boolean isUnsaidDay(Plan.Step step, VocabularyField field) {
    Object own = field.kind() == FieldKind.DATE ? field.value(step.fact(), asOf) : null;
    return own != null
        && !field.ofProvenance()
        && (own.equals(asOf.toLocalDate())
            || (step.replaces() == null && own.equals(step.fact().occurredOn())))
        && step.demands().stream().noneMatch(demand -> demand.field().equals(field.name()));
  }

  private Map<String, Optional<Object>> valuesOf(VocabularyType type, Fact fact) {
    Map<String, Optional<Object>> values = new HashMap<>();
    for (VocabularyField field : type.fields()) {
      values.put(field.name(), Optional.ofNullable(canonical(field.value(fact, asOf))));
    }
    return values;
  }

  private static @Nullable Object canonical(@Nullable Object value) {
    return value instanceof BigDecimal amount ? amount.stripTrailingZeros() : value;
  }

  /** Draws a value that is allowed, or leaves the field as it is. */
  private void draw(
      Plan.Step step,
      VocabularyField field,
      List<Map<String, Optional<Object>>> before,
      Map<String, Optional<Object>> values) {
    List<Demand> demands =
        step.demands().stream().filter(demand -> demand.field().equals(field.name())).toList();
    Object own = canonical(field.value(step.fact(), asOf));
    if (step.replaces() != null && (demands.isEmpty() || step.action() == Plan.Action.REVIEW)) {
      return;
    }
    Set<Optional<Object>> pool = new HashSet<>();
    pool.add(Optional.ofNullable(own));
    if (!field.required()) {
      pool.add(Optional.empty());
    }
    before.forEach(other -> pool.add(other.getOrDefault(field.name(), Optional.empty())));
    for (Demand demand : demands) {
      demand.values().forEach(value -> add(pool, field, value));
    }
    switch (field.kind()) {
      case TEXT, LEVEL -> texts.forEach(text -> pool.add(Optional.of(text)));
      case WORD -> field.words().forEach(word -> pool.add(Optional.of(word)));
      case TRUTH -> {
        pool.add(Optional.of(true));
        pool.add(Optional.of(false));
      }
      case AMOUNT -> AMOUNTS.forEach(amount -> add(pool, field, BigDecimal.valueOf(amount)));
      case DATE -> add(pool, field, asOf.toLocalDate().minusDays(random.nextInt(200)));
      case TEXTS -> texts.forEach(text -> sets(pool, demands, text));
    }
    List<Optional<Object>> allowed =
        pool.stream()
            .filter(value -> demands.stream().allMatch(demand -> allows(demand, value, before)))
            .filter(value -> !isLess(value.orElse(null), step, field))
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .toList();
    if (!allowed.isEmpty()) {
      values.put(field.name(), allowed.get(random.nextInt(allowed.size())));
    }
  }

  /** Texts that are asked for, another one with them, and all that are not excluded. */
  private void sets(Set<Optional<Object>> pool, List<Demand> demands, String text) {
    TreeSet<String> asked = new TreeSet<>();
    TreeSet<String> most = new TreeSet<>(texts);
    for (Demand demand : demands) {
      if (demand.relation() == Plan.Relation.EXCLUDES) {
        most.removeAll(demand.values());
      } else {
        demand.values().forEach(value -> asked.add((String) value));
      }
    }
    most.addAll(asked);
    pool.add(Optional.of(most));
    pool.add(Optional.of(new TreeSet<>(asked)));
    asked.add(text);
    pool.add(Optional.of(asked));
  }

  /** What is in progress only grows. */
  private boolean isLess(@Nullable Object value, Plan.Step step, VocabularyField field) {
    Object before = step.replaces() == null ? null : field.value(step.replaces(), asOf);
    return before instanceof BigDecimal least
        && !(value instanceof BigDecimal amount && amount.compareTo(least) >= 0);
  }

  private static void add(Set<Optional<Object>> pool, VocabularyField field, Object value) {
    if (value instanceof BigDecimal amount) {
      boolean fits =
          (field.min() == null || amount.compareTo(field.min()) >= 0)
              && (field.max() == null || amount.compareTo(field.max()) <= 0);
      if (fits) {
        pool.add(Optional.of(amount.stripTrailingZeros()));
      }
    } else {
      pool.add(Optional.of(value));
    }
  }

  private static boolean allows(
      Demand demand, Optional<Object> value, List<Map<String, Optional<Object>>> before) {
    return switch (demand.relation()) {
      case GIVEN -> value.isPresent();
      case ABSENT -> value.isEmpty();
      case ONE_OF -> value.isPresent() && names(demand, value.get());
      case ONE_OF_OR_ABSENT -> value.isEmpty() || names(demand, value.get());
      case NONE_OF -> value.isEmpty() || !names(demand, value.get());
      case AT_LEAST -> value.isPresent() && order(value.get(), demand.values().get(0)) >= 0;
      case AT_MOST -> value.isPresent() && order(value.get(), demand.values().get(0)) <= 0;
      case EXACTLY ->
          value.orElse(null) instanceof Collection<?> all
              && List.copyOf(all).equals(demand.values());
      case INCLUDES ->
          value.orElse(null) instanceof Collection<?> all && all.containsAll(demand.values());
      case EXCLUDES ->
          value.orElse(null) instanceof Collection<?> all
              && Collections.disjoint(all, demand.values());
      case SAME -> value.equals(before.get(demand.steps().get(0)).get(demand.field()));
      case DIFFERENT ->
          value.isEmpty()
              || demand.steps().stream()
                  .noneMatch(step -> value.equals(before.get(step).get(demand.field())));
    };
  }

  private static boolean names(Demand demand, Object value) {
    return demand.values().stream().anyMatch(one -> value.equals(canonical(one)));
  }

  private static int order(Object one, Object other) {
    return one instanceof LocalDate date
        ? date.compareTo((LocalDate) other)
        : ((BigDecimal) one).compareTo((BigDecimal) other);
  }

  /** The fact with other values; null where its type refuses them. */
  private static @Nullable Fact made(Fact fact, Map<String, Optional<Object>> values) {
    RecordComponent[] components = fact.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        String name = components[i].getName();
        arguments[i] =
            !values.containsKey(name) || types[i].equals(Provenance.class)
                ? components[i].getAccessor().invoke(fact)
                : of(values.getOrDefault(name, Optional.empty()).orElse(null), types[i]);
      }
      Constructor<?> constructor = fact.getClass().getDeclaredConstructor(types);
      return (Fact) constructor.newInstance(arguments);
    } catch (InvocationTargetException | IllegalArgumentException refused) {
      return null;
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static @Nullable Object of(@Nullable Object value, Class<?> type) {
    if (type.isEnum() && value != null) {
      for (Object word : type.getEnumConstants()) {
        if (((Enum<?>) word).name().equals(value)) {
          return word;
        }
      }
    }
    if (value instanceof BigDecimal amount && (type == int.class || type == Integer.class)) {
      return amount.intValueExact();
    }
    return value;
  }

  private static Plan.Step like(Plan.Step step, Fact fact, List<Demand> demands) {
    return new StatedStep(
        step.action(),
        step.cost(),
        step.credential(),
        step.requirement(),
        step.name(),
        fact,
        demands,
        step.replaces(),
        step.adds(),
        step.measure(),
        step.condition(),
        step.place());
  }
}
