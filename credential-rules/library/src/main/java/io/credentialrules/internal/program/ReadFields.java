package io.credentialrules.internal.program;

import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of facts that some rules read: by nothing else can they tell facts of a type apart.
 * Where a rule may look at a fact itself, or at the order of facts, it is told apart as a whole.
 */
public final class ReadFields {
  private final Map<String, Set<VocabularyField>> byType = new HashMap<>();
  private boolean areWhole;
  private int ofFields;

  /** Those of rules that decide one thing. */
  public ReadFields(Collection<Proof> proofs) {
    for (Proof proof : proofs) {
      proof.branches().forEach(branch -> branch.steps().forEach(step -> step.visit(this::read)));
    }
  }

  /** All that the rules can tell a fact by. */
  public Object of(Candidate fact) {
    if (areWhole || fact.type().isDerived()) {
      return fact.fact();
    }
    List<Object> values = new ArrayList<>(List.of(fact.typeName()));
    for (VocabularyField field : byType.getOrDefault(fact.typeName(), Set.of())) {
      values.add(Optional.ofNullable(fact.value(field)));
    }
    return values;
  }

  private void read(Step step) {
    if (step instanceof Step.Match match) {
      match.tests().forEach(test -> test.formula().visit(this::read));
    } else if (step instanceof Step.Total total) {
      total.tests().forEach(test -> test.formula().visit(this::read));
      total.arguments().forEach(argument -> argument.visit(this::read));
      areWhole |=
          total.grouping() != null
              || total.functions().stream()
                  .anyMatch(function -> function.kind() == Aggregation.COLLECT_LIST);
    }
  }

  /** A field is visited before the fact that it is of. */
  private void read(Value value) {
    if (value instanceof Value.Field field) {
      if (field.of().type() instanceof ValueType.OfFact fact) {
        byType
            .computeIfAbsent(fact.type().name(), none -> new LinkedHashSet<>())
            .add(field.field());
        ofFields++;
      }
    } else if (value instanceof Value.Slot slot && slot.type() instanceof ValueType.OfFact) {
      ofFields--;
      areWhole |= ofFields < 0;
    }
  }
}
