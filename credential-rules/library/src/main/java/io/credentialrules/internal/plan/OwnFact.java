package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Amount;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.SignOff;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that a fact of its own meets: a pattern, or the sum of one amount over a pattern,
 * that compares fields with constants and nothing else.
 *
 * @param requirement its number
 * @param credential the number of the only credential that asks for it
 * @param match the pattern
 * @param total the sum; null where one fact that matches is enough
 * @param names the texts and words that fields must be
 */
record OwnFact(
    int requirement,
    int credential,
    Step.Match match,
    Step.@Nullable Total total,
    Map<String, Object> names) {

  /** Copies the names. */
  OwnFact {
    names = Map.copyOf(names);
  }

  /** That of a branch; null where it is of another form. */
  static @Nullable OwnFact of(int requirement, int credential, Branch branch) {
    Step only = branch.steps().size() == 1 ? branch.steps().get(0) : null;
    Step.Total total = only instanceof Step.Total one ? one : null;
    Step inside = total != null && total.steps().size() == 1 ? total.steps().get(0) : only;
    if (!(inside instanceof Step.Match match) || !isNew(match)) {
      return null;
    }
    Map<String, Object> names = new HashMap<>();
    for (Test test : match.tests()) {
      if (!isPlain(match, test, names)) {
        return null;
      }
    }
    return total == null || isSum(total, match)
        ? new OwnFact(requirement, credential, match, total, names)
        : null;
  }

  private static boolean isNew(Step.Match match) {
    Class<?> record = match.type().record();
    return PlanStart.canBeAdded(match.type())
        && match.type().including().isEmpty()
        && record != HeldCredential.class
        && record != SignOff.class;
  }

  /** Whether a field is a constant, is true, or is at least an amount. */
  private static boolean isPlain(Step.Match match, Test test, Map<String, Object> names) {
    if (test.formula() instanceof Formula.IsTrue isTrue) {
      return fieldOf(match, isTrue.value()) != null;
    }
    Comparison comparison = test.comparison();
    VocabularyField field = comparison == null ? null : fieldOf(match, comparison.left());
    if (comparison == null
        || field == null
        || comparison.levels() != null
        || !(comparison.right() instanceof Value.Literal right)
        || right.literal() == null) {
      return false;
    }
    boolean isName = field.kind() == FieldKind.TEXT || field.kind() == FieldKind.WORD;
    return switch (comparison.operator()) {
      case EQUAL ->
          field.kind() == FieldKind.TRUTH
              || (isName && names.putIfAbsent(field.name(), right.literal()) == null);
      case AT_LEAST -> field.kind() == FieldKind.AMOUNT;
      default -> false;
    };
  }

  /** The field of the fact that a value is; null where it is another value, or who said so. */
  private static @Nullable VocabularyField fieldOf(Step.Match match, Value value) {
    return value instanceof Value.Field field
            && field.of().slot() == match.slot()
            && !field.field().ofProvenance()
        ? field.field()
        : null;
  }

  /** Whether a total is the sum of a field that is at least an amount, and nothing else. */
  private static boolean isSum(Step.Total total, Step.Match match) {
    if (total.grouping() != null || total.functions().size() != 1 || total.tests().size() != 1) {
      return false;
    }
    Step.Function function = total.functions().get(0);
    Comparison comparison = total.tests().get(0).comparison();
    VocabularyField field =
        function.argument() == null ? null : fieldOf(match, function.argument());
    return function.kind() == Aggregation.SUM
        && field != null
        && field.kind() == FieldKind.AMOUNT
        && (field.min() == null || field.min().signum() <= 0)
        && match.tests().stream()
            .noneMatch(test -> Operands.of(test).reads(match.slot(), field.name()))
        && comparison != null
        && comparison.operator() == Operator.AT_LEAST
        && comparison.left() instanceof Value.Slot left
        && left.slot() == function.slot()
        && comparison.right() instanceof Value.Literal;
  }

  /** Whether no fact can be for both. */
  boolean excludes(OwnFact other) {
    return match.type().record() != other.match.type().record()
        || names.entrySet().stream()
            .anyMatch(
                name -> {
                  Object there = other.names.get(name.getKey());
                  return there != null && !there.equals(name.getValue());
                });
  }

  /** The names of the fields that it looks at. */
  Set<String> fields() {
    Set<String> fields = new HashSet<>();
    for (Test test : match.tests()) {
      Operands.of(test).reads().forEach(read -> addTo(fields, read.field()));
    }
    if (total != null) {
      Operands.of(total.arguments().get(0)).reads().forEach(read -> addTo(fields, read.field()));
    }
    return fields;
  }

  private static void addTo(Set<String> fields, @Nullable String field) {
    if (field != null) {
      fields.add(field);
    }
  }

  /**
   * Why a new fact is in a plan that meets it.
   *
   * @param amount what it adds to; null where one fact is enough
   */
  Origin origin(@Nullable Amount amount) {
    return new Origin(
        credential, requirement, total == null ? match.source() : total.source(), match, amount);
  }

  /** The field that is summed up; only of a sum. */
  @Nullable VocabularyField summed() {
    Value argument = total == null ? null : total.arguments().get(0);
    return argument instanceof Value.Field field ? field.field() : null;
  }

  /** Whether a fact passes all tests as it is. */
  boolean matches(Row row) {
    return Test.all(match.tests(), row);
  }

  /** Whether a fact of its type could pass once what is still open in it is filled. */
  boolean mayMatch(Fact fact, ZonedDateTime asOf) {
    for (Map.Entry<String, Object> name : names.entrySet()) {
      VocabularyField field = match.type().field(name.getKey());
      Object value = field == null ? null : field.value(fact, asOf);
      if (value != null && !value.equals(name.getValue())) {
        return false;
      }
    }
    return true;
  }
}
