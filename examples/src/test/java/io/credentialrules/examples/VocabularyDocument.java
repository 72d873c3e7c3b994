package io.credentialrules.examples;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.ReviewerRole;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code docs/vocabulary.md} from the fact types and the comments in their sources. */
final class VocabularyDocument {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Class<?>> words = new LinkedHashMap<>();

  static String write() {
    VocabularyDocument document = new VocabularyDocument();
    document.opening();
    Vocabulary.standard().types().forEach(document::type);
    document.provenance();
    document.words();
    return document.text.toString();
  }

  private void opening() {
    text.append(
        """
        # Vocabulary

        Every fact type that a policy can name, and every field of it. This file is written by a test from the sources
        of the vocabulary; after a change there, run `mvn -B -ntp verify -pl examples -am -Dgolden.update` and commit it.

        What the kinds allow:

        | kind | holds | a policy can write |
        |---|---|---|
        | text | characters, as they are | `==`, `!=`, `in`, `contains`, `matches` |
        | word | one of a fixed list of words | `==`, `!=`, `in`, with the word in quotes |
        | amount | an exact number with a unit | `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`; `sum`, `average`, `min`, `max` |
        | yes/no | true or false | the field by itself, `!field`, `== true` |
        | date | a day | `==`, `!=`, `<`, `<=`, `>`, `>=`, `plusDays`, `startOfYear` and the like; `min`, `max` |
        | level | a level of a rubric, or a grade | as text; `<` to `>=` in a rule with `@scale` |
        | texts | a set of texts | `contains`, `.size` |

        A comparison with an absent field is false, except `== null`; the negative operators (`!=`, `not in`, …) are
        the opposites, so they are true of it; only `!=` between two facts that both lack the field is false. Fields marked *always there* cannot be absent.
        Every fact but `Earned`, `Met` and `Today` has the fields of [where a fact came from](#where-a-fact-came-from) too.

        """);
  }

  private void type(VocabularyType type) {
    Comments comments = Comments.of(type.record());
    text.append("## ").append(type.name()).append("\n\n").append(comments.about()).append("\n\n");
    if (!type.isDerived()) {
      text.append(
          type.needsVetting()
              ? "Counts once an authorised reviewer has accepted it.\n\n"
              : "Counts without a review.\n\n");
    }
    text.append("| field | kind | unit, range | what it is |\n|---|---|---|---|\n");
    for (VocabularyField field : type.fields()) {
      if (!field.ofProvenance()) {
        row(field, kind(field, enumOf(type, field)), meaning(comments, field));
      }
    }
    text.append('\n');
  }

  private void provenance() {
    Comments provenance = Comments.of(io.credentialrules.vocabulary.Provenance.class);
    Comments vetting = Comments.of(io.credentialrules.vocabulary.Vetting.class);
    text.append("## Where a fact came from\n\n");
    text.append(
        "Each fact carries where it came from and whether it counts, and rules can ask for it: ");
    text.append("`PerformanceFeedback( reviewerRole == \"SUPERVISOR\" )`. ");
    text.append("Only facts that count reach the rules, so no rule needs to ask for `status`.\n\n");
    text.append("| field | kind | unit, range | what it is |\n|---|---|---|---|\n");
    VocabularyType anyFact = Vocabulary.standard().types().get(1);
    for (VocabularyField field : anyFact.fields()) {
      if (field.ofProvenance()) {
        switch (field.name()) {
          case "reviewer" -> row(field, kind(field, null), vetting.param("reviewer"));
          case "reviewerRole" -> row(field, kind(field, ReviewerRole.class), vetting.param("role"));
          case "vettedOn" -> row(field, kind(field, null), vetting.param("on"));
          case "status" -> row(field, kind(field, FactStatus.class), provenance.param("status"));
          default -> row(field, kind(field, null), provenance.param(field.name()));
        }
      }
    }
    text.append('\n');
  }

  private void words() {
    text.append("# Words\n\n");
    words.forEach(
        (name, type) -> {
          Comments comments = Comments.of(type);
          text.append("## ").append(name).append("\n\n").append(comments.about()).append("\n\n");
          text.append("| word | what it is |\n|---|---|\n");
          for (Object constant : type.getEnumConstants()) {
            String word = ((Enum<?>) constant).name();
            text.append("| `").append(word).append("` | ").append(comments.constant(word));
            text.append(" |\n");
          }
          text.append('\n');
        });
    text.setLength(text.length() - 1);
  }

  private void row(VocabularyField field, String kind, String meaning) {
    text.append("| `").append(field.name()).append("` | ").append(kind);
    text.append(field.required() ? ", always there" : "").append(" | ").append(range(field));
    text.append(" | ").append(meaning).append(" |\n");
  }

  private static @org.jspecify.annotations.Nullable Class<?> enumOf(
      VocabularyType type, VocabularyField field) {
    for (RecordComponent component : type.record().getRecordComponents()) {
      if (component.getName().equals(field.name()) && component.getType().isEnum()) {
        return component.getType();
      }
    }
    return null;
  }

  private String kind(
      VocabularyField field, @org.jspecify.annotations.Nullable Class<?> enumeration) {
    if (enumeration != null) {
      String name = enumeration.getSimpleName();
      words.put(name, enumeration);
      return "word: [" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
    }
    return switch (field.kind()) {
      case TEXT -> "text";
      case WORD -> throw new IllegalStateException("no words for " + field.name());
      case AMOUNT -> "amount";
      case TRUTH -> "yes/no";
      case DATE -> "date";
      case LEVEL -> "level";
      case TEXTS -> "texts";
    };
  }

  private static String range(VocabularyField field) {
    if (field.kind() != FieldKind.AMOUNT) {
      return "";
    }
    String least = field.min() == null ? "" : ", at least " + field.min().toPlainString();
    String most = field.max() == null ? "" : ", at most " + field.max().toPlainString();
    return field.unit() + least + most;
  }

  private static String meaning(Comments comments, VocabularyField field) {
    return field.name().equals("age")
        ? "full years between birth and the date of evaluation"
        : comments.param(field.name());
  }
}
