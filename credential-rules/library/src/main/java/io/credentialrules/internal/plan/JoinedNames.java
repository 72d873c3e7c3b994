package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is new the names of what is there where a total joins them, so that what is there is
 * summed up: a placement by the name that scores have already.
 */
final class JoinedNames {
  private static final int MOST = 5;

  private final PlanStart start;
  private final OpenFields openFields;

  JoinedNames(PlanStart start, OpenFields openFields) {
    this.start = start;
    this.openFields = openFields;
  }

  /** What becomes of a plan with such a name, the most frequent name of a field first. */
  List<OpenFields.Changed> of(Step.Total total, Slots slots, State state) {
    if (state.steps() == 0) {
      return List.of();
    }
    List<OpenFields.Changed> changed = List.of();
    for (Step step : total.steps()) {
      if (step instanceof Step.Match match) {
        for (Test test : match.tests()) {
          if (!test.readsOnly(match.slot())) {
            changed = with(changed, test, match, slots, state);
          }
        }
      }
    }
    return changed;
  }

  private List<OpenFields.Changed> with(
      List<OpenFields.Changed> changed, Test test, Step.Match match, Slots slots, State state) {
    List<OpenFields.Changed> all = changed;
    for (OpenFields.Open open : openFields.of(test, slots, state)) {
      if (isName(open)) {
        all = new ArrayList<>(all);
        for (String name : names(test, match, open, state)) {
          OpenFields.Changed named = named(open, name, slots, state);
          if (named != null) {
            all.add(named);
          }
        }
      }
    }
    return all;
  }

  private static boolean isName(OpenFields.Open open) {
    VocabularyField field = open.draft().type().field(open.field());
    return field != null && field.kind() == FieldKind.TEXT && open.draft().isOpen(open.field());
  }

  /** What a total compares it with on record, then what facts of its own type are called. */
  private Set<String> names(Test test, Step.Match match, OpenFields.Open open, State state) {
    Set<String> names = new LinkedHashSet<>();
    for (Operands.Read read : start.operands(test).reads()) {
      if (read.slot() == match.slot() && read.field() != null) {
        names.addAll(
            mostFrequent(
                start.candidates(match.type(), state).stream()
                    .filter(candidate -> There.passesAlone(match, candidate)),
                match.type().field(read.field())));
      }
    }
    VocabularyType type = open.draft().type();
    names.addAll(mostFrequent(start.named(type).stream(), type.field(open.field())));
    return names;
  }

  private static List<String> mostFrequent(
      Stream<Candidate> candidates, @Nullable VocabularyField field) {
    Map<String, Integer> times = new LinkedHashMap<>();
    if (field != null) {
      candidates.forEach(
          candidate -> {
            if (candidate.value(field) instanceof String text) {
              times.merge(text, 1, Integer::sum);
            }
          });
    }
    return times.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private OpenFields.@Nullable Changed named(
      OpenFields.Open open, String name, Slots slots, State state) {
    Draft draft = start.drafts().changed(open.draft(), open.field(), name);
    State named = draft == null ? null : state.with(draft);
    return named == null
        ? null
        : new OpenFields.Changed(OpenFields.refreshed(slots, state, named), named);
  }
}
