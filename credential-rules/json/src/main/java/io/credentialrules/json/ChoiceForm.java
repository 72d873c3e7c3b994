package io.credentialrules.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a value that is one of several kinds, each with a form of its own. */
final class ChoiceForm<T> implements Form<T> {
  private final @Nullable String name;
  private final List<Kind<? extends T>> kinds;

  private ChoiceForm(@Nullable String name, List<Kind<? extends T>> kinds) {
    this.name = name;
    this.kinds = kinds;
  }

  private record Kind<T>(Class<T> type, Form<? super T> form) {
    void write(Object value, JsonOutput out) throws IOException {
      form.write(type.cast(value), out);
    }
  }

  /** The form of a choice that is defined where it is used. */
  static <T> ChoiceForm<T> inPlace() {
    return new ChoiceForm<>(null, List.of());
  }

  /** The form of a choice that is defined once, under a name. */
  static <T> ChoiceForm<T> named(String name) {
    return new ChoiceForm<>(name, List.of());
  }

  /** The same with another kind. */
  <K extends T> ChoiceForm<T> or(Class<K> type, Form<? super K> form) {
    List<Kind<? extends T>> more = new ArrayList<>(kinds);
    more.add(new Kind<>(type, form));
    return new ChoiceForm<>(name, List.copyOf(more));
  }

  @Override
  public void write(T value, JsonOutput out) throws IOException {
    for (Kind<? extends T> kind : kinds) {
      if (kind.type().isInstance(value)) {
        kind.write(value, out);
        return;
      }
    }
    throw new IllegalStateException("there is no JSON form of " + value.getClass());
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return name == null
        ? inPlace(definitions)
        : definitions.reference(name, () -> inPlace(definitions));
  }

  private Map<String, Object> inPlace(Definitions definitions) {
    return Schema.of("oneOf", kinds.stream().map(kind -> kind.form().schema(definitions)).toList());
  }
}
