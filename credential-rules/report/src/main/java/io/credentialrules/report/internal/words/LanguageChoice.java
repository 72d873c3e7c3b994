package io.credentialrules.report.internal.words;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the languages there are a reader likes best (RFC 4647). */
public final class LanguageChoice {
  private static final int LONGEST = 1_000;
  private static final String ANY = "*";

  /** A list may have empty elements (RFC 9110, 5.6.1.2). */
  private static final Splitter ELEMENTS = Splitter.on(',').trimResults().omitEmptyStrings();

  private LanguageChoice() {}

  /** By the header of a request; what is malformed in it, or all that is overlong, says nothing. */
  public static Locale of(@Nullable String acceptLanguage) {
    List<LanguageRange> wishes = new ArrayList<>();
    if (acceptLanguage != null && acceptLanguage.length() <= LONGEST) {
      // people write fr_CA too, as their systems do
      ELEMENTS.split(acceptLanguage.replace('_', '-')).forEach(wish -> wishes.addAll(ranges(wish)));
    }
    return of(wishes);
  }

  private static List<LanguageRange> ranges(String wish) {
    try {
      return LanguageRange.parse(wish.replace('\t', ' '));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      // The second is what the JDK throws for "-", though it documents the first only.
      return List.of();
    }
  }

  /** By ranges; those of weight zero name what is not wanted. */
  public static Locale of(List<LanguageRange> wishes) {
    Set<String> unwanted =
        wishes.stream()
            .filter(wish -> wish.getWeight() == 0)
            .map(wish -> language(wish.getRange()))
            .collect(Collectors.toSet());
    List<LanguageRange> wanted =
        wishes.stream()
            .filter(wish -> wish.getWeight() > 0)
            .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
            .toList();
    for (LanguageRange wish : wanted) {
      for (Locale offered : Messages.LANGUAGES) {
        String language = language(wish.getRange());
        if (language.equals(ANY) && !unwanted.contains(offered.getLanguage())) {
          return offered;
        }
        if (language.equals(offered.getLanguage())) {
          return Messages.in(Locale.forLanguageTag(wish.getRange())).locale();
        }
      }
    }
    return Messages.LANGUAGES.stream()
        .filter(offered -> !unwanted.contains(offered.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static String language(String range) {
    int end = range.indexOf('-');
    return end < 0 ? range : range.substring(0, end);
  }
}
