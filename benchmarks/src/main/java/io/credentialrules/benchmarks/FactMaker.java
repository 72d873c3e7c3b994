package io.credentialrules.benchmarks;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes facts that satisfy the constraints of a pattern, or miss one of them by a little. */
final class FactMaker {
  private static final List<String> AMOUNTS =
      List.of("2", "10", "30.5", "70", "90", "100", "199.5", "200", "500");
  private static final List<ReviewerRole> ROLES =
      List.of(
          ReviewerRole.FACULTY,
          ReviewerRole.STAFF,
          ReviewerRole.INSTRUCTOR,
          ReviewerRole.INSTRUCTOR,
          ReviewerRole.HOST,
          ReviewerRole.SUPERVISOR,
          ReviewerRole.EMPLOYER);

  private final Random random;

  FactMaker(Random random) {
    this.random = random;
  }

  /** A fact; null where the dates that were drawn do not go together. */
  @Nullable Fact fact(Condition.Pattern pattern) {
    Map<String, Object> wanted = new HashMap<>();
    pattern.constraints().forEach(constraint -> want(constraint, wanted));
    if (pattern.type().equals(Vocabulary.EARNED)) {
      return random.nextInt(4) > 0
          ? null
          : new HeldCredential(
              String.valueOf(wanted.getOrDefault("credential", "none")), null, date(), held());
    }
    VocabularyType type = Vocabulary.standard().type(pattern.type());
    if (type == null || pattern.type().equals("Learner")) {
      return null;
    }
    RecordComponent[] components = type.record().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], type.field(components[i].getName()), wanted);
    }
    return made(type, components, values);
  }

  private static @Nullable Fact made(
      VocabularyType type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (Fact) type.record().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException) {
        return null;
      }
      throw new IllegalStateException(refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void want(Constraint constraint, Map<String, Object> wanted) {
    if (constraint instanceof Constraint.IsTrue isTrue
        && isTrue.value() instanceof Expression.Field field) {
      wanted.put(field.name(), true);
    } else if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(part -> want(part, wanted));
    } else if (constraint instanceof Constraint.Either either) {
      want(either.parts().get(random.nextInt(either.parts().size())), wanted);
    } else if (constraint instanceof Constraint.Compare compare
        && compare.operator() != Operator.NOT_IN
        && compare.operator() != Operator.NOT_EQUAL
        && compare.left() instanceof Expression.Field field) {
      Expression right = compare.right();
      if (right instanceof Expression.Listing listing) {
        right = listing.values().get(random.nextInt(listing.values().size()));
      }
      if (right instanceof Expression.Text text) {
        boolean matches = compare.operator() == Operator.MATCHES;
        wanted.put(field.name(), matches ? text.value().replace(".+", some()) : text.value());
      } else if (right instanceof Expression.Number number) {
        wanted.put(field.name(), number.value());
      }
    }
  }

  private @Nullable Object value(
      RecordComponent component, @Nullable VocabularyField field, Map<String, Object> wanted) {
    Class<?> type = component.getType();
    if (type == Provenance.class) {
      return provenance(wanted);
    }
    if (field == null) {
      throw new IllegalStateException("no field " + component.getName());
    }
    boolean astray = random.nextInt(25) == 0;
    Object want = astray ? null : wanted.get(field.name());
    if (type == boolean.class) {
      return want != null || random.nextInt(4) == 0;
    }
    if (type.isEnum()) {
      String word = want == null ? some(field.words()) : (String) want;
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(word))
          .findFirst()
          .orElseThrow();
    }
    if (type == String.class) {
      return want != null || random.nextInt(10) > 0 || field.required()
          ? (want == null ? some() : want)
          : null;
    }
    if (type == LocalDate.class) {
      return date();
    }
    if (type == BigDecimal.class) {
      return amount(field, (BigDecimal) want);
    }
    if (type == Set.class) {
      return want == null ? Set.of() : Set.of(want);
    }
    throw new IllegalStateException("no value for " + component);
  }

  private @Nullable BigDecimal amount(VocabularyField field, @Nullable BigDecimal want) {
    if (random.nextInt(30) == 0) {
      return null;
    }
    BigDecimal amount =
        want == null
            ? new BigDecimal(some(AMOUNTS))
            : want.multiply(new BigDecimal(some(List.of("0.4", "0.999", "1", "1", "1", "1.2"))))
                .setScale(2, RoundingMode.DOWN);
    return field.max() != null && amount.compareTo(field.max()) > 0 ? field.max() : amount;
  }

  private Provenance provenance(Map<String, Object> wanted) {
    int chance = random.nextInt(100);
    ReviewerRole role =
        wanted.get("reviewerRole") instanceof String word && random.nextInt(10) > 0
            ? ReviewerRole.valueOf(word)
            : some(ROLES);
    Provenance vetted = Provenance.vettedBy("R. Fox", role, date());
    if (chance < 4) {
      return Provenance.UNVETTED;
    }
    if (chance < 7) {
      return new Provenance(null, null, FactStatus.IN_PROGRESS, Vetting.NONE, null, null);
    }
    return chance < 10
        ? new Provenance(
            null,
            null,
            FactStatus.COMPLETED,
            vetted.vetting(),
            null,
            Engine.AS_OF.toInstant().minus(Duration.ofDays(random.nextInt(3))))
        : vetted;
  }

  private Provenance held() {
    return random.nextInt(8) == 0
        ? new Provenance(null, null, FactStatus.PROVISIONAL, Vetting.NONE, null, null)
        : Provenance.UNVETTED;
  }

  private LocalDate date() {
    return Engine.TODAY.minusDays(random.nextInt(500) - 3);
  }

  private String some() {
    return some(List.of("one", "two", "three", "four", "five"));
  }

  private <T> T some(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
