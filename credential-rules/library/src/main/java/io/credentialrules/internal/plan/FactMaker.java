package io.credentialrules.internal.plan;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of any fact type from the values of some fields. What is left open is absent where
 * it may be; a fact happens on one day unless its values say otherwise, and somebody has accepted
 * it then.
 */
final class FactMaker {
  /** Found once for each class; a class that is not used any more takes its own with it. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type.asSubclass(Record.class));
        }
      };

  private final LocalDate newOn;
  private final ZoneId zone;
  private final Vetting accepted;
  private final Map<String, OfType> types = new HashMap<>();
  private final Map<String, String> anyTexts = new HashMap<>();

  /**
   * What is found once for a type.
   *
   * @param fields for each component of its record, the field; null where it is none
   * @param ofProvenance the names of the fields that say where a fact is from
   * @param dayField the field that says when a fact happened; null where there is none
   */
  private record OfType(
      Shape shape,
      List<@Nullable VocabularyField> fields,
      Set<String> ofProvenance,
      @Nullable String dayField) {
    private OfType withDayField(@Nullable String name) {
      return new OfType(shape, fields, ofProvenance, name);
    }
  }

  /** How records of a type are made. */
  private record Shape(
      List<RecordComponent> components, Constructor<? extends Record> constructor) {
    private static Shape of(Class<? extends Record> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(components, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException("every record has this constructor", impossible);
      }
    }
  }

  FactMaker(LocalDate newOn, ZoneId zone) {
    this.newOn = newOn;
    this.zone = zone;
    this.accepted = new Vetting(VettingStatus.VETTED, null, ReviewerRole.FACULTY, newOn);
  }

  /**
   * The fact, or null when the type refuses these values.
   *
   * @param template what its provenance is where no value says otherwise
   */
  @Nullable Fact make(
      VocabularyType type, Map<String, Optional<Object>> values, Provenance template) {
    return construct(type, ofType(type), values, template);
  }

  /** The field that says when a fact of this type happened; null where there is none. */
  @Nullable String dayField(VocabularyType type) {
    return ofType(type).dayField();
  }

  private OfType ofType(VocabularyType type) {
    return types.computeIfAbsent(type.name(), name -> find(type));
  }

  private OfType find(VocabularyType type) {
    Shape shape = SHAPES.get(type.record());
    List<@Nullable VocabularyField> fields = new ArrayList<>();
    shape.components().forEach(component -> fields.add(type.field(component.getName())));
    Set<String> ofProvenance =
        type.fields().stream()
            .filter(VocabularyField::ofProvenance)
            .map(VocabularyField::name)
            .collect(Collectors.toUnmodifiableSet());
    OfType found = new OfType(shape, fields, ofProvenance, null);
    return found.withDayField(findDayField(type, found));
  }

  private @Nullable String findDayField(VocabularyType type, OfType known) {
    String found = null;
    for (VocabularyField field : type.fields()) {
      if (field.kind() == FieldKind.DATE && !field.ofProvenance()) {
        Fact fact =
            construct(type, known, Map.of(field.name(), Optional.of(newOn)), Provenance.UNVETTED);
        if (fact != null && newOn.equals(fact.occurredOn())) {
          found = field.name();
        }
      }
    }
    return found;
  }

  private @Nullable Fact construct(
      VocabularyType type,
      OfType known,
      Map<String, Optional<Object>> values,
      Provenance template) {
    Shape shape = known.shape();
    @Nullable Object[] arguments = new @Nullable Object[shape.components().size()];
    try {
      for (int i = 0; i < arguments.length; i++) {
        RecordComponent component = shape.components().get(i);
        arguments[i] =
            component.getType().equals(Provenance.class)
                ? provenance(type, known, values, template)
                : argument(component, known.fields().get(i), known.dayField(), values);
      }
      return (Fact) shape.constructor().newInstance(arguments);
    } catch (InvocationTargetException | ArithmeticException | IllegalArgumentException refused) {
      return null;
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(
          "a fact of type `" + type.name() + "` cannot be made", failure);
    }
  }

  private @Nullable Object argument(
      RecordComponent component,
      @Nullable VocabularyField field,
      @Nullable String dayField,
      Map<String, Optional<Object>> values) {
    if (field == null) {
      return Array.get(Array.newInstance(component.getType(), 1), 0);
    }
    Optional<Object> given = values.get(field.name());
    Object value = given != null ? given.orElse(null) : leftOpen(field, dayField);
    if (!FieldBounds.allow(field, value)) {
      throw new IllegalArgumentException("no such value");
    }
    return value == null ? null : converted(value, component.getType());
  }

  private @Nullable Object leftOpen(VocabularyField field, @Nullable String dayField) {
    if (field.name().equals(dayField)) {
      return newOn;
    }
    return field.required() ? usual(field) : null;
  }

  private Object usual(VocabularyField field) {
    return switch (field.kind()) {
      case TEXT, LEVEL -> anyTexts.computeIfAbsent(field.name(), name -> "any " + spaced(name));
      case WORD -> field.words().contains("OTHER") ? "OTHER" : field.words().get(0);
      case AMOUNT -> FieldBounds.usual(field);
      case TRUTH -> false;
      case DATE -> newOn;
      case TEXTS -> new TreeSet<String>();
    };
  }

  private static String spaced(String camelCase) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        words.append(' ').append(Character.toLowerCase(c));
      } else {
        words.append(c);
      }
    }
    return words.toString();
  }

  private static Object converted(Object value, Class<?> type) {
    if (type.isEnum()) {
      for (Object word : type.getEnumConstants()) {
        if (((Enum<?>) word).name().equals(value)) {
          return word;
        }
      }
      throw new IllegalArgumentException("no such word");
    }
    if (value instanceof BigDecimal amount) {
      if (type == int.class || type == Integer.class) {
        return amount.intValueExact();
      }
      if (type == long.class || type == Long.class) {
        return amount.longValueExact();
      }
    }
    return type == List.class && value instanceof Collection<?> texts ? List.copyOf(texts) : value;
  }

  private Provenance provenance(
      VocabularyType type,
      OfType known,
      Map<String, Optional<Object>> values,
      Provenance template) {
    if (Collections.disjoint(values.keySet(), known.ofProvenance())) {
      return isToBeVetted(type, template.vetting()) ? vetted(template) : template;
    }
    String id = (String) of(type, values, "id");
    String source = (String) of(type, values, "source");
    String status = (String) of(type, values, "status");
    LocalDate from = (LocalDate) of(type, values, "validFrom");
    LocalDate until = (LocalDate) of(type, values, "validUntil");
    return new Provenance(
        id == null ? template.id() : id,
        source == null ? template.source() : source,
        status == null ? template.status() : FactStatus.valueOf(status),
        vetting(type, values, template.vetting()),
        from == null ? template.validFrom() : from.atStartOfDay(zone).toInstant(),
        until == null
            ? template.validUntil()
            : until.atTime(LocalTime.MAX).atZone(zone).toInstant());
  }

  private Vetting vetting(
      VocabularyType type, Map<String, Optional<Object>> values, Vetting template) {
    String role = (String) of(type, values, "reviewerRole");
    String reviewer = (String) of(type, values, "reviewer");
    LocalDate on = (LocalDate) of(type, values, "vettedOn");
    if (role == null && reviewer == null && on == null) {
      return isToBeVetted(type, template) ? accepted : template;
    }
    return new Vetting(
        VettingStatus.VETTED,
        reviewer == null ? template.reviewer() : reviewer,
        role != null
            ? ReviewerRole.valueOf(role)
            : template.role() == null ? ReviewerRole.FACULTY : template.role(),
        on == null ? values.containsKey("vettedOn") ? null : newOn : on);
  }

  private static boolean isToBeVetted(VocabularyType type, Vetting template) {
    return template.status() == VettingStatus.UNVETTED && type.needsVetting();
  }

  private Provenance vetted(Provenance template) {
    return new Provenance(
        template.id(),
        template.source(),
        template.status(),
        accepted,
        template.validFrom(),
        template.validUntil());
  }

  /** A value of the provenance; null where it is left open or the type has such a field itself. */
  private static @Nullable Object of(
      VocabularyType type, Map<String, Optional<Object>> values, String name) {
    VocabularyField field = type.field(name);
    Optional<Object> value = values.get(name);
    return field == null || !field.ofProvenance() || value == null ? null : value.orElse(null);
  }
}
