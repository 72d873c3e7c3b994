package io.credentialrules.internal.resolve;

import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import io.credentialrules.policy.VocabularyType;
import java.util.List;
import java.util.Locale;

/** What authors mean by a name that is no field: a field with more words, or by another word. */
final class MeantFields {
  /** Names that people have for fields, in English and in French, by the fields they can mean. */
  private static final ImmutableListMultimap<String, String> OTHER_NAMES =
      ImmutableListMultimap.<String, String>builder()
          .putAll("note", "score", "grade", "level")
          .putAll("mark", "score", "grade")
          .putAll("result", "score", "outcome", "passed")
          .putAll("percent", "score")
          .putAll("percentage", "score")
          .putAll("date", "completedOn", "takenOn", "heldOn", "givenOn", "submittedOn", "awardedOn")
          .putAll("when", "completedOn", "takenOn", "heldOn", "givenOn", "submittedOn")
          .putAll("course", "training")
          .putAll("cours", "training")
          .putAll("name", "training", "assessment", "activity", "experience", "credential", "title")
          .putAll("nom", "training", "assessment", "activity", "experience", "credential")
          .putAll("code", "training", "assessment", "activity")
          .putAll("event", "activity")
          .putAll("company", "employer")
          .putAll("organization", "employer", "activity", "issuer", "provider")
          .putAll("organisation", "employer", "activity", "issuer", "provider")
          .putAll("kind", "type")
          .putAll("category", "categories", "subject", "type")
          .putAll("topic", "subject", "topic")
          .putAll("duration", "hours", "weeks")
          .putAll("time", "hours")
          .putAll("heures", "hours")
          .putAll("badge", "credential")
          .putAll("status", "status")
          .putAll("supervisor", "reviewerRole", "providerRole")
          .putAll("vetted", "vettedOn")
          .putAll("gpa", "gradePoints")
          .putAll("ceu", "units")
          .putAll("ceus", "units")
          .build();

  private MeantFields() {}

  /** What to write instead; empty where nothing is known of the name. */
  static String hint(VocabularyType type, String name) {
    String written = name.replace("$", "").toLowerCase(Locale.ROOT);
    for (String other : OTHER_NAMES.get(written)) {
      if (type.field(other) != null) {
        return "maybe `" + other + "`";
      }
    }
    for (String word : words(name)) {
      for (String field : List.of(word, word + "s")) {
        if (type.field(field) != null) {
          return "maybe `" + field + "`";
        }
      }
    }
    return "";
  }

  /** {@code hoursWorked} and {@code hours_worked}, word by word. */
  private static List<String> words(String name) {
    boolean isCapitals = name.equals(name.toUpperCase(Locale.ROOT));
    String lower =
        isCapitals
            ? name.toLowerCase(Locale.ROOT)
            : CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, name.replace("$", ""));
    return Splitter.on('_').omitEmptyStrings().splitToList(lower);
  }
}
