package io.credentialrules.report.internal.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The messages of one language; each that is said is counted. Used by one thread. */
public final class Messages {
  /** The languages that there is a bundle for, as {@code sentences_<language>.properties}. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final Map<String, Bundle> BUNDLES = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Bundle bundle;
  private final RegionalFormats formats;
  private final ReportWork work;

  private record Bundle(Map<String, String> patterns, Map<String, MessageTemplate> templates) {
    static Bundle of(String language) {
      return new Bundle(Bundles.read("sentences_" + language), new ConcurrentHashMap<>());
    }
  }

  private Messages(Locale locale, ReportWork work) {
    this.locale = locale;
    this.work = work;
    this.bundle = BUNDLES.computeIfAbsent(locale.getLanguage(), Bundle::of);
    this.formats = new RegionalFormats(locale);
  }

  /**
   * The messages for a locale; its region shapes numbers and dates. In a language without a bundle:
   * the messages in English.
   */
  public static Messages in(Locale locale) {
    return in(locale, ReportWork.unbounded());
  }

  /** The messages for a locale, within a bound of work. */
  public static Messages in(Locale locale, ReportWork work) {
    boolean hasBundle =
        LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(locale.getLanguage()));
    return new Messages(
        hasBundle
            ? new Locale.Builder()
                .setLanguage(locale.getLanguage())
                .setRegion(region(locale))
                .build()
            : Locale.ENGLISH,
        work);
  }

  /** The region, but for what {@link Locale} takes as one and BCP 47 does not know. */
  private static String region(Locale locale) {
    String region = locale.getCountry();
    return region.matches("[A-Za-z]{2}|[0-9]{3}") ? region : "";
  }

  /** The locale of the messages: a language, and a region where one was asked for. */
  public Locale locale() {
    return locale;
  }

  /** What is spent on sentences and pictures. */
  public ReportWork work() {
    return work;
  }

  /** How numbers, dates and lists are written. */
  RegionalFormats formats() {
    return formats;
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(bundle.patterns().keySet());
  }

  /** Whether there is a message of this key. */
  public boolean has(String key) {
    return bundle.patterns().containsKey(key);
  }

  /** The message of a key as it is written in the bundle. */
  public String pattern(String key) {
    String pattern = bundle.patterns().get(key);
    if (pattern == null) {
      throw new IllegalStateException("the bundle has no message `" + key + "`");
    }
    return pattern;
  }

  /** The message of a key, filled in: names and their values in turn. */
  public String say(String key, Object... namesAndValues) {
    work.sentence();
    String pattern = pattern(key);
    if (pattern.indexOf('{') < 0) {
      return pattern;
    }
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return bundle
        .templates()
        .computeIfAbsent(key, same -> MessageTemplate.of(pattern))
        .fill(values, formats);
  }
}
