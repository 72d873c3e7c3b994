package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts of a plan that differ only in names that nobody else has: whatever a rule makes of one it
 * makes of another, since no policy and no record knows the names. So what holds of the first holds
 * of all, and of two of them for any two.
 *
 * @param groups the numbers of facts that are alike, for each of them
 * @param plan the facts
 */
record Twins(List<List<Integer>> groups, State plan) {

  static Twins of(State plan, Domain domain) {
    Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
    List<List<Integer>> groups = new ArrayList<>();
    for (int number = 0; number < plan.steps(); number++) {
      List<Integer> group =
          mayBeAlike(plan, number)
              ? alike.computeIfAbsent(likeness(plan, number, domain), none -> new ArrayList<>())
              : new ArrayList<>();
      group.add(number);
      groups.add(group);
    }
    return new Twins(groups, plan);
  }

  /** Whether another fact is new too, and there for the same condition. */
  private static boolean mayBeAlike(State plan, int number) {
    Draft draft = plan.drafts().get(number);
    for (Draft other : plan.drafts()) {
      if (other.number() != draft.number()
          && draft.action() == Action.ADD
          && other.action() == Action.ADD
          && other.type() == draft.type()
          && other.origin().condition().equals(draft.origin().condition())) {
        return true;
      }
    }
    return false;
  }

  /** All that a rule can make a difference of. */
  private static List<Object> likeness(State plan, int number, Domain domain) {
    Draft draft = plan.drafts().get(number);
    Map<String, Object> fixed = new HashMap<>();
    draft
        .fixed()
        .forEach(
            (name, value) -> {
              VocabularyField field = draft.type().field(name);
              boolean isOwn =
                  value.orElse(null) instanceof String text
                      && field != null
                      && domain.isMadeUp(draft, field, text)
                      && isAlone(plan, draft, name, value);
              fixed.put(name, isOwn ? Optional.empty() : List.of(value));
            });
    return List.of(
        draft.type(),
        draft.origin().credential(),
        draft.origin().requirement(),
        draft.origin().condition(),
        Optional.ofNullable(draft.origin().pattern()),
        fixed);
  }

  @SuppressWarnings("ReferenceEquality") // A draft is another than those that are equal to it.
  private static boolean isAlone(State plan, Draft draft, String name, Optional<Object> value) {
    return plan.drafts().stream()
        .noneMatch(
            other ->
                other != draft
                    && other.type().record() == draft.type().record()
                    && value.equals(other.fixed().get(name)));
  }

  /** The first of those that are like a fact. */
  int first(int number) {
    return groups.get(number).get(0);
  }

  /** A value of the first of the facts that are alike, as it is of another one. */
  Optional<Object> swapped(Optional<Object> value, Blank blank) {
    Optional<Object> own = name(blank.number(), blank.field());
    Optional<Object> first = name(first(blank.number()), blank.field());
    return value.equals(own) ? first : value.equals(first) ? own : value;
  }

  /**
   * Names of others that say no more than one of them does, each with that one: of facts that are
   * alike, the first name but its own.
   */
  Map<Optional<Object>, Optional<Object>> repeated(int number, VocabularyField field) {
    Map<Optional<Object>, Optional<Object>> repeated = new HashMap<>();
    for (int first = 0; first < groups.size(); first++) {
      List<Integer> group = groups.get(first);
      if (group.size() == 1 || group.get(0) != first || !isOfType(first, number)) {
        continue;
      }
      Optional<Object> named = null;
      for (int other : group) {
        Optional<Object> name = other == number ? Optional.empty() : name(other, field);
        if (name.isPresent() && named != null && !name.equals(named)) {
          repeated.put(name, named);
        }
        named = named == null && name.isPresent() ? name : named;
      }
    }
    return repeated;
  }

  private boolean isOfType(int other, int number) {
    return plan.drafts().get(other).type().record() == plan.drafts().get(number).type().record();
  }

  private Optional<Object> name(int number, VocabularyField field) {
    return Optional.ofNullable(Domain.canonical(plan.drafts().get(number).value(field.name())));
  }
}
