package io.credentialrules.report.internal.words;

import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** The field that is summed up, and its type. */
record Summed(VocabularyType type, VocabularyField field) {

  /** The function that a constraint of an accumulate asks about; null where it is no single one. */
  static Condition.@Nullable Aggregate function(
      Constraint constraint, Condition.Accumulate accumulate) {
    if (constraint instanceof Constraint.Compare compare
        && ComparisonPhrases.turned(compare).left() instanceof Expression.Variable variable) {
      for (Condition.Aggregate function : accumulate.functions()) {
        if (variable.name().equals(function.variable())) {
          return function;
        }
      }
    }
    return null;
  }

  /** What a function sums up; null where that is no field of a fact. */
  static @Nullable Summed of(Condition.Aggregate function, VariableMeanings scope) {
    Expression argument = argument(function);
    if (argument instanceof Expression.Variable variable) {
      VariableMeanings.Meaning meaning = scope.meaning(variable.name());
      if (meaning instanceof VariableMeanings.OfValue value) {
        VocabularyField field = ComparisonPhrases.field(value.type(), value.value());
        return field == null ? null : new Summed(value.type(), field);
      }
    }
    if (argument instanceof Expression.Property property
        && property.target() instanceof Expression.Variable variable
        && scope.meaning(variable.name()) instanceof VariableMeanings.OfFact fact) {
      VocabularyField field = fact.type().field(property.name());
      return field == null ? null : new Summed(fact.type(), field);
    }
    return null;
  }

  /** The type of the field that a function sums up; null where there is no function or no field. */
  static @Nullable VocabularyType typeOf(
      Condition.@Nullable Aggregate function, VariableMeanings scope) {
    Summed summed = function == null ? null : of(function, scope);
    return summed == null ? null : summed.type();
  }

  /** The value that a function sums up; null for a plain count. */
  static @Nullable Expression argument(Condition.Aggregate function) {
    if (function.argument() instanceof Expression.Capped capped) {
      return capped.value();
    }
    if (function.argument() instanceof Expression.NamedCap capped) {
      return capped.value();
    }
    return function.argument() instanceof Expression.OncePer once
        ? once.value()
        : function.argument();
  }
}
