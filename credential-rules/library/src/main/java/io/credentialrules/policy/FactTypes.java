package io.credentialrules.policy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.NotInRules;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as fact types, once, so that built-in types and those of a host pass the same
 * checks.
 */
final class FactTypes {
  private FactTypes() {}

  static VocabularyType read(Class<? extends Fact> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is not a record; a fact type is one");
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new IllegalArgumentException(type + " is not public; a fact type is");
    }
    if (type.getAnnotation(FactType.class) == null) {
      throw new IllegalArgumentException(type + " does not carry @FactType; add its noun with it");
    }
    return readBuiltIn(type.asSubclass(Record.class));
  }

  static VocabularyType readBuiltIn(Class<? extends Record> type) {
    FactType described = type.getAnnotation(FactType.class);
    String name = type.getSimpleName();
    boolean isFact = Fact.class.isAssignableFrom(type);
    List<VocabularyField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getType().equals(Provenance.class)
          && !component.isAnnotationPresent(NotInRules.class)) {
        fields.add(field(component));
      }
    }
    if (type == Learner.class) {
      fields.add(age());
    }
    if (isFact) {
      for (VocabularyField field : provenanceFields()) {
        if (fields.stream().noneMatch(own -> own.name().equals(field.name()))) {
          fields.add(field);
        } else if (described == null || !type.getName().startsWith("io.credentialrules.")) {
          throw new IllegalArgumentException(
              type + " has a field `" + field.name() + "`, which every fact has; rename it");
        }
      }
    }
    return new VocabularyType(
        name,
        described == null ? name : described.noun(),
        described == null ? name : described.plural(),
        described != null && described.needsVetting(),
        described != null && described.statedByInstitution(),
        type,
        fields);
  }

  private static VocabularyField field(RecordComponent component) {
    Field described = component.getAnnotation(Field.class);
    Class<?> type = component.getType();
    FieldKind kind = kind(component, described);
    boolean required =
        type.isPrimitive() || !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    BigDecimal min = bound(described == null ? "" : described.min());
    BigDecimal max = bound(described == null ? "" : described.max());
    Function<Object, @Nullable Object> get = Accessors.of(component, kind, required, min, max);
    return new StatedField(
        component.getName(),
        kind,
        unit(component, kind, described),
        min,
        max,
        type.isEnum() ? words(type) : List.of(),
        required,
        isOutcome(kind, described),
        false,
        described != null && described.offScale(),
        canonical(kind, type, get));
  }

  private static boolean isOutcome(FieldKind kind, @Nullable Field described) {
    return switch (kind) {
      case AMOUNT, DATE, LEVEL -> true;
      case TEXT, WORD, TRUTH -> described != null && described.outcome();
      case TEXTS -> false;
    };
  }

  private static BiFunction<Object, ZonedDateTime, @Nullable Object> canonical(
      FieldKind kind, Class<?> type, Function<Object, @Nullable Object> get) {
    if (kind == FieldKind.WORD) {
      return (fact, asOf) -> get.apply(fact) instanceof Enum<?> word ? word.name() : null;
    }
    if (kind == FieldKind.AMOUNT && type != BigDecimal.class) {
      return (fact, asOf) ->
          get.apply(fact) instanceof Number number ? BigDecimal.valueOf(number.longValue()) : null;
    }
    if (kind == FieldKind.TEXTS) {
      return (fact, asOf) ->
          get.apply(fact) instanceof Collection<?> texts ? new TreeSet<>(texts) : null;
    }
    return (fact, asOf) -> get.apply(fact);
  }

  private static FieldKind kind(RecordComponent component, @Nullable Field described) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return described != null && described.scale() ? FieldKind.LEVEL : FieldKind.TEXT;
    }
    if (type.isEnum()) {
      return FieldKind.WORD;
    }
    if (type == boolean.class || type == Boolean.class) {
      return FieldKind.TRUTH;
    }
    if (type == LocalDate.class) {
      return FieldKind.DATE;
    }
    if (type == BigDecimal.class
        || type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class) {
      return FieldKind.AMOUNT;
    }
    if ((type == Set.class || type == List.class) && holdsTexts(component.getGenericType())) {
      return FieldKind.TEXTS;
    }
    throw new IllegalArgumentException(
        "field `"
            + component.getName()
            + "` of "
            + component.getDeclaringRecord()
            + " has a type that rules cannot use; use String, an enum, boolean, LocalDate, BigDecimal, int, long, or a Set or"
            + " List of String, or leave it out of the rules with @NotInRules");
  }

  private static boolean holdsTexts(Type generic) {
    return generic instanceof ParameterizedType parameterized
        && Arrays.equals(parameterized.getActualTypeArguments(), new Type[] {String.class});
  }

  private static String unit(RecordComponent component, FieldKind kind, @Nullable Field described) {
    if (kind != FieldKind.AMOUNT) {
      return "";
    }
    if (described != null && !described.unit().isBlank()) {
      return described.unit();
    }
    if (component.getDeclaringRecord() == io.credentialrules.policy.syntax.Earned.class) {
      return "level";
    }
    throw new IllegalArgumentException(
        "amount `"
            + component.getName()
            + "` of "
            + component.getDeclaringRecord()
            + " has no unit; add @Field( unit = … )");
  }

  private static @Nullable BigDecimal bound(String text) {
    return text.isBlank() ? null : new BigDecimal(text);
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(word -> ((Enum<?>) word).name()).toList();
  }

  private static VocabularyField age() {
    return new StatedField(
        "age",
        FieldKind.AMOUNT,
        "years",
        BigDecimal.ZERO,
        null,
        List.of(),
        false,
        false,
        false,
        (fact, asOf) -> {
          LocalDate birth = ((Learner) fact).birthDate();
          return birth == null || birth.isAfter(asOf.toLocalDate())
              ? null
              : BigDecimal.valueOf(Period.between(birth, asOf.toLocalDate()).getYears());
        });
  }

  private static List<VocabularyField> provenanceFields() {
    return List.of(
        ofProvenance("id", FieldKind.TEXT, List.of(), (from, asOf) -> from.id()),
        ofProvenance("source", FieldKind.TEXT, List.of(), (from, asOf) -> from.source()),
        ofProvenance(
            "status",
            FieldKind.WORD,
            words(FactStatus.class),
            (from, asOf) -> from.status().name()),
        ofProvenance(
            "reviewer", FieldKind.TEXT, List.of(), (from, asOf) -> from.vetting().reviewer()),
        ofProvenance(
            "reviewerRole",
            FieldKind.WORD,
            words(ReviewerRole.class),
            (from, asOf) -> {
              ReviewerRole role = from.vetting().role();
              return role == null ? null : role.name();
            }),
        ofProvenance("vettedOn", FieldKind.DATE, List.of(), (from, asOf) -> from.vetting().on()),
        ofProvenance(
            "validFrom", FieldKind.DATE, List.of(), (from, asOf) -> date(from.validFrom(), asOf)),
        ofProvenance(
            "validUntil",
            FieldKind.DATE,
            List.of(),
            (from, asOf) -> date(from.validUntil(), asOf)));
  }

  private static @Nullable LocalDate date(@Nullable Instant instant, ZonedDateTime asOf) {
    return instant == null ? null : instant.atZone(asOf.getZone()).toLocalDate();
  }

  private static VocabularyField ofProvenance(
      String name,
      FieldKind kind,
      List<String> words,
      BiFunction<Provenance, ZonedDateTime, @Nullable Object> reader) {
    return new StatedField(
        name,
        kind,
        "",
        null,
        null,
        words,
        false,
        false,
        true,
        (fact, asOf) -> reader.apply(((Fact) fact).provenance(), asOf));
  }
}
