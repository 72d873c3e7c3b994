package io.credentialrules.policies;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The free texts of a pack: those that a rule compares a field of a record with. */
final class RecordTexts {

  /** A text, and the field of the fact type that has to have it. */
  record RecordText(String type, String field, String text) {}

  private final List<RecordText> found = new ArrayList<>();

  private RecordTexts() {}

  /** Each use of each text, with the values of names in their place. */
  static List<RecordText> of(String pack) {
    PolicyModel policy = Packs.compileWithNeeds(pack).policy().on(LocalDate.MAX, null);
    RecordTexts texts = new RecordTexts();
    policy.rules().stream()
        .filter(rule -> rule.header().pack().equals(pack))
        .forEach(rule -> texts.read(rule.when()));
    return List.copyOf(texts.found);
  }

  private void read(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      VocabularyType type = Vocabulary.standard().type(pattern.type());
      if (type != null
          && !pattern.type().equals(Vocabulary.EARNED)
          && !pattern.type().equals(Vocabulary.MET)) {
        pattern.constraints().forEach(constraint -> read(constraint, type));
      }
    }
    condition.parts().forEach(this::read);
  }

  private void read(Constraint constraint, VocabularyType type) {
    if (constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Field name) {
      VocabularyField field = type.field(name.name());
      if (field != null && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.TEXTS)) {
        texts(compare.right(), type.name(), field.name());
      }
    }
    constraint.parts().forEach(part -> read(part, type));
  }

  private void texts(Expression expression, String type, String field) {
    if (expression instanceof Expression.Text text) {
      found.add(new RecordText(type, field, text.value()));
    }
    expression.parts().forEach(part -> texts(part, type, field));
  }
}
