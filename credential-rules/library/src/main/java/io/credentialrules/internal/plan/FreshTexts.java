package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts that no fact has in a field, so that different things can be told apart. */
final class FreshTexts {
  private static final int SAMPLES = 40;

  /** So many different things can be counted; of one field fewer values are tried. */
  private static final int NAMES = 150;

  private final PlanStart start;
  private final Map<String, List<Optional<Object>>> names = new HashMap<>();

  FreshTexts(PlanStart start) {
    this.start = start;
  }

  /** Texts that no fact has in this field: samples of what tests ask for first, then names. */
  List<Optional<Object>> of(Step.Match match, String name, Slots slots) {
    AskedTexts asked = AskedTexts.of(match.tests(), match.slot(), name, slots, start);
    return of(match.type(), name, asked, match.type());
  }

  /** The same for a field of a type, with the names of a type. */
  List<Optional<Object>> of(
      VocabularyType type, String name, AskedTexts asked, VocabularyType namedAfter) {
    VocabularyField field = type.field(name);
    if (field == null || (field.kind() != FieldKind.TEXT && field.kind() != FieldKind.LEVEL)) {
      return List.of();
    }
    Set<Object> taken = new LinkedHashSet<>();
    for (Candidate candidate : start.named(type)) {
      Object value = candidate.value(field);
      if (value != null) {
        taken.add(value);
      }
    }
    List<Optional<Object>> fresh = new ArrayList<>();
    for (String sample : asked.samples(SAMPLES)) {
      if (!taken.contains(sample)) {
        fresh.add(Optional.of(sample));
      }
    }
    for (Optional<Object> text : names.computeIfAbsent(namedAfter.noun(), FreshTexts::names)) {
      if (fresh.size() < NAMES && !taken.contains(text.orElseThrow())) {
        fresh.add(text);
      }
    }
    return fresh;
  }

  private static List<Optional<Object>> names(String noun) {
    String prefix = noun.toLowerCase(Locale.ROOT).replace(' ', '-') + "-";
    List<Optional<Object>> names = new ArrayList<>();
    for (int i = 1; i <= NAMES; i++) {
      names.add(Optional.of(prefix + i));
    }
    return names;
  }
}
