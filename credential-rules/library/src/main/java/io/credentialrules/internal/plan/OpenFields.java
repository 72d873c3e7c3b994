package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the plan's facts that can still change, and what becomes of a plan when they do.
 */
final class OpenFields {
  private static final int COMBINATIONS = 600;

  private final PlanStart start;
  private final FieldValues fieldValues;

  OpenFields(PlanStart start, FieldValues fieldValues) {
    this.start = start;
    this.fieldValues = fieldValues;
  }

  /** A field of a fact of the plan that can still change. */
  record Open(int slot, String field, Draft draft) {}

  record Changed(Slots slots, State state) {}

  List<Open> of(Test test, Slots slots, State state) {
    List<Open> open = new ArrayList<>();
    for (Operands.Read read : start.operands(test).reads()) {
      Draft draft = state.draft(slots.at(read.slot()));
      if (draft != null
          && read.field() != null
          && draft.type().field(read.field()) != null
          && (draft.isOpen(read.field()) || canGrow(draft, read.field(), test, slots))) {
        open.add(new Open(read.slot(), read.field(), draft));
      }
    }
    return open;
  }

  /** Whether a new fact can have further texts, where those that it has are not enough. */
  private static boolean canGrow(Draft draft, String name, Test test, Slots slots) {
    VocabularyField field = draft.type().field(name);
    return field != null
        && field.kind() == FieldKind.TEXTS
        && draft.base() == null
        && !Passing.passes(test, slots);
  }

  Combinations combinations(List<Open> open, FieldValues.Question question) {
    return new Combinations(
        open.stream()
            .map(one -> fieldValues.values(one.draft(), one.slot(), one.field(), question))
            .toList(),
        COMBINATIONS);
  }

  /**
   * The slots and the state with these values fixed; null when a fact cannot have them, when the
   * test does not come to say what it is to say, or when no more may be looked at. The test is
   * asked before facts are made, because of many values few do.
   *
   * @param passes whether the test is to pass
   */
  @Nullable Changed change(
      SearchBounds bounds,
      List<Open> open,
      List<Optional<Object>> values,
      FieldValues.Question question,
      boolean passes) {
    Slots slots = question.slots();
    State state = question.state();
    if (!bounds.allows(state)) {
      return null;
    }
    Map<Integer, Map<String, Optional<Object>>> others = new HashMap<>();
    for (int i = 0; i < open.size(); i++) {
      Draft draft = open.get(i).draft();
      String field = open.get(i).field();
      Optional<Object> before =
          others
              .computeIfAbsent(draft.number(), number -> new HashMap<>())
              .put(field, values.get(i));
      if (before != null && draft.isOpen(field) && !before.equals(values.get(i))) {
        return null;
      }
    }
    if (Passing.passes(question.test(), imagined(slots, state, others)) != passes) {
      start.drafts().countMade(others.size());
      return null;
    }
    State changed = state;
    for (Draft draft : state.drafts()) {
      Map<String, Optional<Object>> own = others.get(draft.number());
      if (own != null) {
        Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
        fixed.putAll(own);
        Draft with = start.drafts().changed(draft, fixed);
        if (with == null) {
          return null;
        }
        changed = changed.with(with);
      }
    }
    Slots fresh = refreshed(slots, state, changed);
    return Passing.passes(question.test(), fresh) == passes ? new Changed(fresh, changed) : null;
  }

  private static Slots imagined(
      Slots slots, State state, Map<Integer, Map<String, Optional<Object>>> others) {
    Slots imagined = slots.copy();
    for (int i = 0; i < imagined.size(); i++) {
      Draft draft = state.draft(imagined.at(i));
      Map<String, Optional<Object>> own = draft == null ? null : others.get(draft.number());
      if (own != null && imagined.at(i) instanceof Candidate candidate) {
        imagined.put(i, candidate.imagining(own));
      }
    }
    return imagined;
  }

  /** The slots with the facts of the plan as they are now. */
  static Slots refreshed(Slots slots, State before, State after) {
    Slots fresh = slots.copy();
    for (int i = 0; i < fresh.size(); i++) {
      Draft old = before.draft(fresh.at(i));
      if (old != null && fresh.at(i) instanceof Candidate known) {
        for (Draft draft : after.drafts()) {
          if (draft.number() == old.number()) {
            boolean isOwnType = known.type() == draft.type();
            fresh.put(i, isOwnType ? draft.candidate() : known.of(draft.fact()));
          }
        }
      }
    }
    return fresh;
  }
}
