package io.credentialrules.internal.plan;

import io.credentialrules.NotCounted;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that conditions ask for, then those that facts on record have: with one of them
 * something new can serve together with what is there, or for several conditions.
 */
final class NamesInUse {
  private static final int MOST = 20;

  private final PlanStart start;
  private final List<Step.Match> patterns = new ArrayList<>();
  private final Map<List<String>, Set<String>> known = new HashMap<>();

  /** Those of a record and of the alternatives that are selected. */
  NamesInUse(PlanStart start, Selection selection) {
    this.start = start;
    for (Branch branch : selection.branches().values()) {
      for (Step step : branch.steps()) {
        step.visit(
            part -> {
              if (part instanceof Step.Match match) {
                patterns.add(match);
              }
            });
      }
    }
  }

  /**
   * The texts that there are for a field of a type. Of several that a condition allows one is
   * enough: with two of them neither would be needed, and steps would ask for none.
   */
  Set<String> of(VocabularyType type, String name) {
    return known.computeIfAbsent(List.of(type.name(), name), any -> names(type, name));
  }

  private Set<String> names(VocabularyType type, String name) {
    Set<String> names = new LinkedHashSet<>();
    VocabularyField field = type.field(name);
    if (field != null) {
      for (Step.Match match : patterns) {
        if (match.type().record() == type.record()) {
          for (Test test : match.own()) {
            Comparison comparison = test.comparison();
            if (comparison != null && comparison.isIdentity() && comparison.isOfField(name)) {
              Object asked = comparison.right().literal();
              add(asked instanceof Collection<?> several ? first(several) : asked, names);
            }
          }
        }
      }
      for (Candidate candidate : start.named(type)) {
        add(candidate.value(field), names);
      }
      for (NotCounted not : start.notCounted()) {
        if (type.record().isInstance(not.fact())) {
          add(field.value(not.fact(), start.asOf()), names);
        }
      }
    }
    return names;
  }

  private static @Nullable Object first(Collection<?> values) {
    return values.stream().findFirst().orElse(null);
  }

  private static void add(@Nullable Object value, Set<String> names) {
    if (value instanceof String text && names.size() < MOST) {
      names.add(text);
    } else if (value instanceof Collection<?> several) {
      several.forEach(one -> add(one, names));
    }
  }
}
