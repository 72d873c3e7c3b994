package io.credentialrules.report.internal.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The messages of one language. Used by one thread; what is read from the bundle is shared. */
public final class Messages {
  /** The languages that there is a bundle for, as {@code sentences_<language>.properties}. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> formats = new HashMap<>();

  private Messages(Locale locale, Map<String, String> patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  /**
   * The messages for a locale; its region shapes numbers and dates.
   *
   * @throws IllegalArgumentException when there is no bundle for its language
   */
  public static Messages in(Locale locale) {
    if (LANGUAGES.stream().noneMatch(one -> one.getLanguage().equals(locale.getLanguage()))) {
      throw new IllegalArgumentException(
          "there are no sentences in `"
              + locale.toLanguageTag()
              + "`; there are in "
              + LANGUAGES.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", ")));
    }
    return new Messages(
        locale, BUNDLES.computeIfAbsent(locale.getLanguage(), language -> read(language)));
  }

  private static Map<String, String> read(String language) {
    String name = "/io/credentialrules/report/sentences_" + language + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the bundle " + name + " is missing from the class path");
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> patterns = new HashMap<>();
      properties
          .stringPropertyNames()
          .forEach(key -> patterns.put(key, properties.getProperty(key)));
      return Map.copyOf(patterns);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The locale. */
  public Locale locale() {
    return locale;
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /** Whether there is a message of this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The message of a key as it stands in the bundle. */
  public String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalStateException("the bundle has no message `" + key + "`");
    }
    return pattern;
  }

  /** The message of a key, filled in: names and their values in turn. */
  public String say(String key, Object... namesAndValues) {
    String pattern = pattern(key);
    if (pattern.indexOf('{') < 0) {
      return pattern;
    }
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return formats
        .computeIfAbsent(key, same -> new MessageFormat(pattern, ULocale.forLocale(locale)))
        .format(values);
  }
}
