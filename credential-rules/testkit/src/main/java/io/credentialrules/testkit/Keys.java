package io.credentialrules.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.testkit.Yaml.Place;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping, each asked for by name and kind. A key that nobody knows is refused. */
final class Keys {
  private final Yaml.Mapping mapping;
  private final String what;

  private Keys(Yaml.Mapping mapping, String what) {
    this.mapping = mapping;
    this.what = what;
  }

  /** The keys of a value that must be a mapping with no other keys than these. */
  static Keys of(Yaml value, String what, String... known) {
    Yaml.Mapping mapping = mapping(value, what);
    List<String> keys = Arrays.asList(known);
    for (Yaml.Entry entry : mapping.entries()) {
      if (!keys.contains(entry.key())) {
        throw entry
            .place()
            .refuse(
                "unknown key `"
                    + entry.key()
                    + "` of "
                    + what
                    + "; it has `"
                    + String.join("`, `", keys)
                    + "`");
      }
    }
    return new Keys(mapping, what);
  }

  static Yaml.Mapping mapping(Yaml value, String what) {
    if (value instanceof Yaml.Mapping mapping) {
      return mapping;
    }
    throw value.place().refuse(what + " must be keys with values, such as `key: value`");
  }

  Place place() {
    return mapping.place();
  }

  Yaml.@Nullable Entry entry(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  @Nullable Yaml value(String key) {
    Yaml.Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /** A value that must be there. */
  Yaml required(String key) {
    Yaml value = value(key);
    if (value == null) {
      throw place().refuse(what + " has no `" + key + "`; add it");
    }
    return value;
  }

  /** Refuses a key that means nothing here. */
  @CanIgnoreReturnValue
  Keys without(String key, String why) {
    Yaml.Entry entry = entry(key);
    if (entry != null) {
      throw entry.place().refuse("`" + key + "` " + why + "; delete it");
    }
    return this;
  }

  @Nullable String text(String key) {
    Yaml value = value(key);
    return value == null ? null : text(key, value);
  }

  @Nullable LocalDate date(String key) {
    Yaml value = value(key);
    return value == null ? null : date(key, value);
  }

  @Nullable BigDecimal number(String key) {
    Yaml value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Yaml.Number number) {
      return number.value();
    }
    throw value.place().refuse("`" + key + "` must be a number, such as 79.5");
  }

  @Nullable Set<String> texts(String key) {
    Yaml value = value(key);
    return value == null ? null : texts(key, value);
  }

  /** A word in lower case and with hyphens, such as {@code pending-review}. */
  <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
    Yaml value = value(key);
    return value == null ? null : word(key, value, type);
  }

  <E extends Enum<E>> @Nullable Set<E> words(String key, Class<E> type) {
    Yaml value = value(key);
    if (value == null) {
      return null;
    }
    Set<E> words = new TreeSet<>();
    items(key, value).forEach(item -> words.add(word(key, item, type)));
    return words;
  }

  static String text(String key, Yaml value) {
    if (value instanceof Yaml.Text text && !text.value().isBlank()) {
      return text.value();
    }
    throw value.place().refuse("`" + key + "` must be a text; maybe it needs quotes");
  }

  static LocalDate date(String key, Yaml value) {
    try {
      return LocalDate.parse(text(key, value));
    } catch (DateTimeException notADate) {
      throw value.place().refuse("`" + key + "` must be a date, such as 2026-05-01");
    }
  }

  static Set<String> texts(String key, Yaml value) {
    Set<String> texts = new TreeSet<>();
    for (Yaml item : items(key, value)) {
      if (!texts.add(text(key, item))) {
        throw item.place().refuse("`" + text(key, item) + "` is there twice; delete one");
      }
    }
    return texts;
  }

  static <E extends Enum<E>> E word(String key, Yaml value, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(word(constant));
      if (value instanceof Yaml.Text text && text.value().equals(word(constant))) {
        return constant;
      }
    }
    throw value.place().refuse("`" + key + "` must be one of `" + String.join("`, `", words) + "`");
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Yaml> items(String key, Yaml value) {
    if (value instanceof Yaml.Items items) {
      return items.values();
    }
    throw value.place().refuse("`" + key + "` must be a list, such as `[ one, two ]`");
  }
}
