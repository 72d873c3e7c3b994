package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in quotes is a text, whatever it looks like and however close it is written. */
class TextsThatLookLikeSyntaxTest {
  private static final List<String> FORMS =
      List.of(
          "training == '%s'",
          "training =='%s'",
          "training=='%s'",
          "training=='%s',hours>=1",
          "training in ('%s','other')",
          "training in ( 'other', '%s' )",
          "(training=='%s'||training=='other')",
          "training == 'other' || training =='%s'",
          "$t:training=='%s'",
          "'%s'==training",
          "training!='other',training != null && training=='%s'");

  private static final List<String> CONDITIONS =
      List.of(
          "TrainingCompletion( %s )",
          "TrainingCompletion(%s)",
          "(TrainingCompletion(%s) or TrainingCompletion(hours>99))",
          "exists(TrainingCompletion(%s))",
          "accumulate(TrainingCompletion(%s,$h:hours);$s:sum($h);$s>=1)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "==",
        ">",
        "<",
        ">=",
        "<=",
        "=>",
        "=<",
        "~",
        "!",
        "!=",
        "&&",
        "||",
        "&",
        "|",
        ",",
        ";",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ":=",
        ".",
        "+",
        "-",
        "*",
        "/",
        "%",
        "->",
        "@",
        "#",
        "$a",
        "and",
        "or",
        "not",
        "in",
        "is",
        "are",
        "at",
        "of",
        "than",
        "least",
        "most",
        "more",
        "between",
        "contains",
        "matches",
        "exists",
        "forall",
        "from",
        "over",
        "when",
        "then",
        "end",
        "rule",
        "package",
        "import",
        "null",
        "true",
        "false",
        "this",
        "select",
        "where",
        "distinct",
        "sum",
        "count",
        "date",
        "has",
        "must",
        "equals",
        "after",
        "before",
        "1",
        "2026-11-25",
        "x",
        "times",
        "Met",
        "Earned",
        "TrainingCompletion",
        "training",
        "hours",
        "//",
        "/*",
        "*/",
        "if",
        "else"
      })
  void it_is_compared_as_a_text(String text) {
    for (String condition : CONDITIONS) {
      for (String form : FORMS) {
        String written = condition.formatted(form.formatted(text)).replace('\'', '"');
        String policy = "rule \"C\" @credential( \"c\" ) when " + written + " then end";
        CredentialRules rules = CredentialRules.compile(pack(policy));
        assertThat(rules.evaluate(record(course(text)), TODAY, ZONE).isEarned("c"))
            .as(written)
            .isTrue();
        assertThat(rules.evaluate(record(course(text + "?")), TODAY, ZONE).isEarned("c"))
            .as(written)
            .isFalse();
      }
    }
  }

  private static TrainingCompletion course(String training) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(training)
        .hours(BigDecimal.valueOf(5))
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }
}
