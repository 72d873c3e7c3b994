package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Difference;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.report.internal.words.MessageTemplate;
import io.credentialrules.report.internal.words.Messages;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BundlesTest {
  private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

  @Test
  void all_languages_have_the_same_messages() {
    for (Locale language : Messages.LANGUAGES) {
      assertThat(Messages.in(language).keys()).as(language.toString()).isEqualTo(ENGLISH.keys());
    }
  }

  @Test
  void a_message_asks_in_no_language_for_what_english_does_not_get() {
    List<String> wrong = new ArrayList<>();
    for (Locale language : Messages.LANGUAGES) {
      Messages messages = Messages.in(language);
      for (String key : messages.keys()) {
        if (key.startsWith("date.")) {
          continue;
        }
        String pattern = messages.pattern(key);
        if (!MessageTemplate.of(pattern).names().stream()
            .allMatch(name -> name.matches("[a-zA-Z]+"))) {
          wrong.add(language + " " + key);
        }
        if (pattern.contains("  ") || !pattern.equals(pattern.strip())) {
          wrong.add(language + " " + key + " is spaced badly");
        }
        if (pattern.contains("'")) {
          wrong.add(language + " " + key + " has a straight quotation mark");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_type_field_and_word_of_the_standard_vocabulary_has_its_entry() {
    Set<String> lacking = new TreeSet<>();
    for (VocabularyType type : Vocabulary.standard().types()) {
      for (String form : List.of("one", "a", "of", "ofThe", "many")) {
        need(lacking, "noun." + type.name() + "." + form);
      }
      for (VocabularyField field : type.fields()) {
        String owner = field.ofProvenance() ? "Fact" : type.name();
        for (String form : List.of("one", "the", "many")) {
          need(lacking, "field." + owner + "." + field.name() + "." + form);
        }
        if (field.kind() == FieldKind.TRUTH) {
          need(lacking, "is." + owner + "." + field.name());
          need(lacking, "isNot." + owner + "." + field.name());
        }
        if (field.kind() == FieldKind.AMOUNT) {
          need(lacking, "unit." + field.unit().replace(' ', '-'));
          need(lacking, "more." + field.unit().replace(' ', '-'));
        }
        if (field.kind() == FieldKind.WORD && !field.ofProvenance()) {
          field.words().forEach(word -> need(lacking, word(type, field, word)));
        }
      }
    }
    assertThat(lacking).isEmpty();
  }

  private static String word(VocabularyType type, VocabularyField field, String word) {
    for (RecordComponent component : type.record().getRecordComponents()) {
      if (component.getName().equals(field.name())) {
        return "word." + component.getType().getSimpleName() + "." + word;
      }
    }
    throw new AssertionError(type + " has no component " + field.name());
  }

  @Test
  void every_state_reason_role_setting_and_operator_has_its_entry() {
    Set<String> lacking = new TreeSet<>();
    for (RequirementState state : RequirementState.values()) {
      need(lacking, "state." + state);
      need(lacking, "why." + state);
    }
    for (NotCounted.Reason reason : NotCounted.Reason.values()) {
      need(lacking, "reason." + reason);
    }
    for (RequirementResult.Kind kind : RequirementResult.Kind.values()) {
      if (kind != RequirementResult.Kind.REQUIREMENT) {
        need(lacking, "requirement." + kind);
      }
    }
    for (var role : io.credentialrules.vocabulary.ReviewerRole.values()) {
      need(lacking, "word.ReviewerRole." + role);
    }
    for (var status : io.credentialrules.vocabulary.FactStatus.values()) {
      need(lacking, "word.FactStatus." + status);
    }
    for (var status : io.credentialrules.vocabulary.VettingStatus.values()) {
      need(lacking, "word.VettingStatus." + status);
    }
    for (Plan.Action action : Plan.Action.values()) {
      need(lacking, "step." + action);
    }
    for (Plan.Cause reason : Plan.Cause.values()) {
      need(lacking, "obstacle." + reason);
    }
    for (Difference.Kind kind : Difference.Kind.values()) {
      need(lacking, "change." + kind);
    }
    for (Enum<?> setting : settings()) {
      need(lacking, "setting." + setting);
    }
    for (Operator operator : Operator.values()) {
      boolean isOrder =
          switch (operator) {
            case LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
          };
      boolean isContaining = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
      if (!isContaining) {
        need(lacking, (isOrder ? "c.amount." : "c.") + operator);
      }
    }
    assertThat(lacking).isEmpty();
  }

  private static List<Enum<?>> settings() {
    List<Enum<?>> settings = new ArrayList<>();
    settings.addAll(List.of(CredentialSettings.Lapses.values()));
    settings.addAll(List.of(CredentialSettings.VersionBy.values()));
    settings.addAll(List.of(CredentialSettings.EvidenceUse.values()));
    return settings;
  }

  private static void need(Set<String> lacking, String key) {
    if (!ENGLISH.has(key)) {
      lacking.add(key);
    }
  }
}
