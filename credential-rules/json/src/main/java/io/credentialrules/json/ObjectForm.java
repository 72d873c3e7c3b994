package io.credentialrules.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of an object: its members in order, each with its name, its form and where its value
 * comes from. Immutable; each method that adds a member gives another form.
 */
final class ObjectForm<T> implements Form<T> {
  /** Added to the name of a list, names its true length where the list is cut. */
  private static final String COUNT = "Count";

  private final @Nullable String name;
  private final List<Member<T>> members;

  private ObjectForm(@Nullable String name, List<Member<T>> members) {
    this.name = name;
    this.members = members;
  }

  /** Takes a part of a value. */
  interface Part<T, V> {
    V of(T value);
  }

  /** Takes a part of a value that may be absent. */
  interface OptionalPart<T, V> {
    @Nullable V of(T value);
  }

  private interface Member<T> {
    void write(T value, JsonOutput out) throws IOException;

    /** Adds what describes it: to the properties, and to the names that are required. */
    void describe(Map<String, Object> properties, List<String> required, Definitions definitions);
  }

  /** The form of an object that is defined where it is used. */
  static <T> ObjectForm<T> inPlace() {
    return new ObjectForm<>(null, List.of());
  }

  /** The form of an object that is defined once, under a name. */
  static <T> ObjectForm<T> named(String name) {
    return new ObjectForm<>(name, List.of());
  }

  /** A member that is always there and always the same. */
  ObjectForm<T> constant(String member, String value) {
    SerializedString written = new SerializedString(member);
    return and(
        new Member<>() {
          @Override
          public void write(T of, JsonOutput out) throws IOException {
            out.name(written);
            out.text(value);
          }

          @Override
          public void describe(
              Map<String, Object> properties, List<String> required, Definitions definitions) {
            properties.put(member, Schema.of("const", value));
            required.add(member);
          }
        });
  }

  /** A member that is always there. */
  <V> ObjectForm<T> with(String member, Form<? super V> form, Part<? super T, V> part) {
    return and(member(member, form, part::of, true));
  }

  /** A member that is left out where its value is absent. */
  <V> ObjectForm<T> optional(String member, Form<? super V> form, OptionalPart<? super T, V> part) {
    return and(member(member, form, part, false));
  }

  /**
   * A list that is cut where it is longer than the output lists; then its true length is beside it,
   * under its name and {@code Count}.
   */
  <V> ObjectForm<T> listed(
      String member, Form<? super V> form, Part<? super T, ? extends List<V>> part) {
    ListForm<V> list = new ListForm<>(form);
    SerializedString written = new SerializedString(member);
    return and(
        new Member<>() {
          @Override
          public void write(T of, JsonOutput out) throws IOException {
            List<V> all = part.of(of);
            boolean isCut = all.size() > out.mostListed();
            out.name(written);
            list.write(isCut ? all.subList(0, out.mostListed()) : all, out);
            if (isCut) {
              out.name(member + COUNT);
              out.number(all.size());
            }
          }

          @Override
          public void describe(
              Map<String, Object> properties, List<String> required, Definitions definitions) {
            properties.put(member, list.schema(definitions));
            required.add(member);
            properties.put(
                member + COUNT,
                Schema.of(
                    "description",
                    "How many there are, where `" + member + "` does not list them all.",
                    "type",
                    "integer",
                    "minimum",
                    1));
          }
        });
  }

  private static <T, V> Member<T> member(
      String member, Form<? super V> form, OptionalPart<? super T, V> part, boolean isRequired) {
    SerializedString written = new SerializedString(member);
    return new Member<>() {
      @Override
      public void write(T of, JsonOutput out) throws IOException {
        V value = part.of(of);
        if (value != null) {
          out.name(written);
          form.write(value, out);
        }
      }

      @Override
      public void describe(
          Map<String, Object> properties, List<String> required, Definitions definitions) {
        properties.put(member, form.schema(definitions));
        if (isRequired) {
          required.add(member);
        }
      }
    };
  }

  private ObjectForm<T> and(Member<T> member) {
    List<Member<T>> more = new ArrayList<>(members);
    more.add(member);
    return new ObjectForm<>(name, List.copyOf(more));
  }

  @Override
  public void write(T value, JsonOutput out) throws IOException {
    out.startObject();
    // An iterator for each object of a document is a good part of what the document costs.
    for (int i = 0; i < members.size(); i++) {
      members.get(i).write(value, out);
    }
    out.endObject();
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return name == null
        ? inPlace(definitions)
        : definitions.reference(name, () -> inPlace(definitions));
  }

  private Map<String, Object> inPlace(Definitions definitions) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    members.forEach(member -> member.describe(properties, required, definitions));
    return Schema.object(properties, required);
  }
}
