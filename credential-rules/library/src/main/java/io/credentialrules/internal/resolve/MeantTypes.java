package io.credentialrules.internal.resolve;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What authors mean by a name that is no fact type: one misspelt, or a word of one. */
final class MeantTypes {
  /** Names that people have for fact types, in English and in French. */
  private static final ImmutableMap<String, String> OTHER_NAMES =
      ImmutableMap.<String, String>builder()
          .put("training", "TrainingCompletion")
          .put("formation", "TrainingCompletion")
          .put("cours", "TrainingCompletion")
          .put("class", "TrainingCompletion")
          .put("transcript", "TrainingCompletion")
          .put("test", "AssessmentResult")
          .put("score", "AssessmentResult")
          .put("evaluation", "AssessmentResult")
          .put("examen", "AssessmentResult")
          .put("rubric", "RubricScore")
          .put("work", "WorkExperience")
          .put("experience", "WorkExperience")
          .put("stage", "WorkExperience")
          .put("emploi", "WorkExperience")
          .put("placement", "WorkExperience")
          .put("feedback", "PerformanceFeedback")
          .put("evidence", "SubmittedEvidence")
          .put("submission", "SubmittedEvidence")
          .put("artifact", "SubmittedEvidence")
          .put("attendance", "Participation")
          .put("activity", "Participation")
          .put("volunteering", "Participation")
          .put("badge", "HeldCredential")
          .put("credential", "HeldCredential")
          .put("certificate", "HeldCredential")
          .put("certification", "IndustryCertification")
          .put("license", "IndustryCertification")
          .put("student", "Learner")
          .put("etudiant", "Learner")
          .put("apprenant", "Learner")
          .put("person", "Learner")
          .put("enrollment", "Enrolment")
          .put("approval", "SignOff")
          .put("signature", "SignOff")
          .put("requirement", "Met")
          .buildOrThrow();

  private final Vocabulary vocabulary;

  MeantTypes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What to write instead of the name. */
  String hint(String name) {
    List<String> names = vocabulary.types().stream().map(VocabularyType::name).toList();
    String maybe = NearestWord.maybe(name, names);
    if (!maybe.isEmpty()) {
      return maybe;
    }
    String word = word(name);
    if (word != null) {
      return word;
    }
    String other = OTHER_NAMES.get(name.toLowerCase(Locale.ROOT).replaceFirst("s$", ""));
    return other != null && names.contains(other)
        ? "maybe `" + other + "`"
        : "the types are " + String.join(", ", names);
  }

  /** {@code Workshop( … )} is a training whose type is {@code WORKSHOP}. */
  private @Nullable String word(String name) {
    String plural = CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, name);
    for (String word : List.of(plural, plural.replaceFirst("S$", ""))) {
      for (VocabularyType type : vocabulary.types()) {
        VocabularyField field = type.field("type");
        if (field != null && field.kind() == FieldKind.WORD && field.words().contains(word)) {
          return "write `" + type.name() + "( type == \"" + word + "\" )`";
        }
      }
    }
    return null;
  }
}
