package io.credentialrules.json;

import com.fasterxml.jackson.core.io.SerializedString;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a fact type as a JSON object: its own fields as they are declared, then those of its
 * provenance, which are beside them. The learner's own {@code id} takes the place of that of its
 * provenance.
 */
final class FactForm {
  static final String VETTING = "vetting";

  private static final List<String> PROVENANCE =
      List.of("id", "source", "status", "validFrom", "validUntil", VETTING);
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
  private static final ClassValue<FactForm> FORMS =
      new ClassValue<>() {
        @Override
        protected FactForm computeValue(Class<?> record) {
          return of(typeOf(record.asSubclass(Fact.class)));
        }
      };

  /**
   * A component of the record.
   *
   * @param written its name as it is written
   * @param field its field; null for the provenance
   */
  record Component(
      String name,
      SerializedString written,
      Class<?> type,
      @Nullable VocabularyField field,
      MethodHandle accessor) {

    /** Whether a document may leave it out: absent means null, false, or no texts. */
    boolean mayBeAbsent() {
      return field == null
          || !field.required()
          || field.kind() == FieldKind.TRUTH
          || field.kind() == FieldKind.TEXTS;
    }

    boolean isWhole() {
      return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }
  }

  private final VocabularyType type;
  private final List<Component> components;
  private final List<String> provenance;
  private final MethodHandle constructor;

  /**
   * The constructor of a list of arguments. It is derived for the first fact of the type: the JVM
   * writes classes for that, and the facts of most records are of a few types.
   */
  private @Nullable MethodHandle ofArguments;

  /** Where each component is among the arguments of the constructor. */
  private final List<Integer> positions;

  /** The arguments of what is left out of the rules. */
  private final @Nullable Object[] absent;

  private FactForm(
      VocabularyType type,
      List<Component> components,
      List<String> provenance,
      MethodHandle constructor,
      List<Integer> positions,
      @Nullable Object[] absent) {
    this.type = type;
    this.components = components;
    this.provenance = provenance;
    this.constructor = constructor;
    this.positions = positions;
    this.absent = absent;
  }

  /** The form of a type, which is not a derived one. */
  static FactForm of(VocabularyType type) {
    RecordComponent[] declared = type.record().getRecordComponents();
    List<Component> components = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    @Nullable Object[] absent = new @Nullable Object[declared.length];
    boolean hasProvenance = false;
    try {
      for (int i = 0; i < declared.length; i++) {
        RecordComponent component = declared[i];
        boolean isProvenance = component.getType() == Provenance.class;
        if (!isProvenance && type.field(component.getName()) == null) {
          absent[i] = Array.get(Array.newInstance(component.getType(), 1), 0);
          continue;
        }
        positions.add(i);
        if (isProvenance ? hasProvenance : component.getName().equals(VETTING)) {
          throw new IllegalArgumentException(
              "fact type `"
                  + type.name()
                  + "` has a field `"
                  + component.getName()
                  + "` beside that of every fact; rename it");
        }
        hasProvenance |= isProvenance;
        components.add(
            new Component(
                component.getName(),
                new SerializedString(component.getName()),
                component.getType(),
                isProvenance ? null : Objects.requireNonNull(type.field(component.getName())),
                LOOKUP
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class))));
      }
      MethodHandle constructor =
          LOOKUP.findConstructor(
              type.record(),
              MethodType.methodType(
                  void.class, Arrays.stream(declared).map(RecordComponent::getType).toList()));
      List<String> names = components.stream().map(Component::name).toList();
      List<String> provenance =
          hasProvenance
              ? PROVENANCE.stream().filter(name -> !names.contains(name)).toList()
              : List.of();
      return new FactForm(
          type, List.copyOf(components), provenance, constructor, List.copyOf(positions), absent);
    } catch (ReflectiveOperationException notVisible) {
      throw new IllegalArgumentException(
          "fact type `" + type.name() + "` cannot be made; make the record public", notVisible);
    }
  }

  /**
   * The forms of all types that a record can hold, the learner among them, in the order of the
   * vocabulary.
   */
  static Map<String, FactForm> byName(Vocabulary vocabulary) {
    Map<String, FactForm> forms = new LinkedHashMap<>();
    for (VocabularyType type : vocabulary.types()) {
      if (!type.isDerived()) {
        forms.put(type.name(), of(type));
      }
    }
    return Collections.unmodifiableMap(forms);
  }

  /** The form of a fact's own type. */
  static FactForm of(Fact fact) {
    return FORMS.get(fact.getClass());
  }

  private static VocabularyType typeOf(Class<? extends Fact> record) {
    VocabularyType standard = Vocabulary.standard().type(record.getSimpleName());
    return standard != null && standard.record() == record
        ? standard
        : Objects.requireNonNull(Vocabulary.standard().with(record).type(record.getSimpleName()));
  }

  VocabularyType type() {
    return type;
  }

  String name() {
    return type.name();
  }

  /** All components but those that are left out of the rules, in the order of the constructor. */
  List<Component> components() {
    return components;
  }

  /** The names of the provenance beside the fields. */
  List<String> provenance() {
    return provenance;
  }

  /** The names of all fields in their order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    components.stream().filter(own -> own.field() != null).map(Component::name).forEach(names::add);
    names.addAll(provenance);
    return names;
  }

  /** A fact with these components; throws what the record's own checks throw. */
  Fact make(List<@Nullable Object> values) {
    @Nullable Object[] arguments = absent.clone();
    for (int i = 0; i < values.size(); i++) {
      arguments[positions.get(i)] = values.get(i);
    }
    try {
      return (Fact) ofArguments().invokeExact(arguments);
    } catch (RuntimeException | Error problem) {
      throw problem;
    } catch (Throwable problem) {
      throw new IllegalArgumentException(problem.getMessage(), problem);
    }
  }

  private MethodHandle ofArguments() {
    MethodHandle derived = ofArguments;
    if (derived == null) {
      derived =
          constructor
              .asSpreader(Object[].class, constructor.type().parameterCount())
              .asType(MethodType.methodType(Fact.class, Object[].class));
      ofArguments = derived;
    }
    return derived;
  }
}
