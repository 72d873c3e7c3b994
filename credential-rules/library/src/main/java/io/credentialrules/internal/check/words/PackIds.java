package io.credentialrules.internal.check.words;

import io.credentialrules.internal.check.Work;
import io.credentialrules.internal.check.words.ChosenValues.Chosen;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts that the rules of a policy ask fields to be, by the first of their words. */
final class PackIds {
  private final Map<VocabularyField, Map<String, Map<String, List<String>>>> all = new HashMap<>();

  private final Map<String, List<String>> words = new HashMap<>();

  PackIds(Program program, Work work) {
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        ChosenValues chosen = new ChosenValues();
        chosen.add(proof);
        for (Chosen each : chosen.all()) {
          if (each.field().kind() == FieldKind.TEXT && work.spend(each.values().size())) {
            each.values().forEach(value -> add(each.field(), value));
          }
        }
      }
    }
  }

  private void add(VocabularyField field, String value) {
    List<String> words = words(value);
    if (!words.isEmpty()) {
      all.computeIfAbsent(field, own -> new HashMap<>())
          .computeIfAbsent(words.get(0), first -> new LinkedHashMap<>())
          .put(value, words);
    }
  }

  /** The words of a value, as {@link Mention} looks for them; rules have values in common. */
  List<String> words(String value) {
    return words.computeIfAbsent(value, Mention::words);
  }

  /** Those of a field of which a name may speak, each with its words. */
  Map<String, List<String>> of(VocabularyField field, Wording wording) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    beginning(field, wording).forEach(found::putAll);
    return found;
  }

  /** How many those are at most. */
  int count(VocabularyField field, Wording wording) {
    return beginning(field, wording).stream().mapToInt(Map::size).sum();
  }

  private List<Map<String, List<String>>> beginning(VocabularyField field, Wording wording) {
    Map<String, Map<String, List<String>>> own = all.getOrDefault(field, Map.of());
    return wording.tokens().stream()
        .map(NameToken::text)
        .distinct()
        .filter(own::containsKey)
        .map(own::get)
        .toList();
  }
}
