package io.credentialrules.report;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Route;
import io.credentialrules.report.internal.words.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of English that the library uses for its sentences, and no word of its French ones.
 * What authors and records wrote is quoted, or in parentheses where it names a unit.
 */
public final class OneLanguage {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+(?:\\}|, \\w+,)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern QUOTED = Pattern.compile("«[^«»]*»|“[^“”]*”");

  /** A host's own unit; the library's own are told in French also where they are calculated. */
  private static final Pattern UNIT =
      Pattern.compile("\\((?![^)]* per )[\\p{L} -]+(?:, sans répétition)?\\)");

  private static final Set<String> ENGLISH = english();

  private OneLanguage() {}

  private static Set<String> english() {
    Set<String> english = words(Locale.ENGLISH);
    english.removeAll(words(Locale.FRENCH));
    english.removeIf(word -> word.length() < 3);
    return english;
  }

  private static Set<String> words(Locale language) {
    Messages messages = Messages.in(language);
    Set<String> words = new TreeSet<>();
    for (String key : messages.keys()) {
      words.addAll(words(PLACEHOLDER.matcher(messages.pattern(key)).replaceAll(" ")));
    }
    return words;
  }

  private static List<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** How many words are looked for. */
  public static int size() {
    return ENGLISH.size();
  }

  /** What authors, reviewers and records wrote, the longest first. */
  public static List<String> authored(Evaluation evaluation) {
    Set<String> texts = new HashSet<>();
    evaluation.rules().policy().rules().forEach(rule -> texts.add(rule.header().name()));
    for (Decision decision : evaluation.decisions()) {
      texts.add(decision.credential().name());
      List<Route> routes =
          decision instanceof Decision.NotEarned not
              ? not.routes()
              : Stream.ofNullable(((Decision.Earned) decision).route()).toList();
      for (Route route : routes) {
        Stream.of(route.requirements(), route.recommendations())
            .flatMap(List::stream)
            .forEach(result -> texts.add(result.name()));
      }
    }
    evaluation.record().waivers().forEach(waiver -> texts.add(waiver.why()));
    return texts.stream()
        .filter(text -> !text.isBlank())
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** The words of a French sentence that the library has from English. */
  public static List<String> englishIn(String sentence, List<String> authored) {
    String own = sentence;
    for (String text : authored) {
      own = own.replace(text, " ");
    }
    own = QUOTED.matcher(own).replaceAll(" ");
    return words(UNIT.matcher(own).replaceAll(" ")).stream().filter(ENGLISH::contains).toList();
  }
}
