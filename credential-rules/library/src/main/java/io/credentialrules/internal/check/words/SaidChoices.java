package io.credentialrules.internal.check.words;

import io.credentialrules.internal.check.words.ChosenValues.Chosen;
import io.credentialrules.internal.check.words.Mention.Join;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a name joins by "or" or "and" with what the rule accepts or requires: "a webinar or
 * a workshop" where only one of them counts, "either … or" where both are required, "and" where one
 * of them is enough.
 */
final class SaidChoices {
  private final SaidText text;
  private final Wording wording;
  private final RuleContent content;
  private final ChosenValues chosen;
  private final Contradictions contradictions;

  SaidChoices(SaidText text, Wording wording, RuleContent content, Contradictions contradictions) {
    this.text = text;
    this.wording = wording;
    this.content = content;
    this.chosen = content.chosen();
    this.contradictions = contradictions;
  }

  /**
   * Reports the first contradiction.
   *
   * @param isOnly whether no other rule proves the same, so that the name tells of this one alone
   */
  void check(boolean isOnly) {
    if (!text.where().equals("name") || wording.has("negations")) {
      return;
    }
    boolean isFound = false;
    for (Map.Entry<VocabularyField, Set<String>> field : values().entrySet()) {
      List<Mention> mentions = Mention.in(wording, field.getValue());
      for (int at = 0; at + 1 < mentions.size() && !isFound; at++) {
        Join join = Mention.joined(wording, mentions, at);
        Mention one = mentions.get(at);
        Mention other = mentions.get(at + 1);
        if (join == Join.OR && isOnly) {
          isFound = either(field.getKey(), one, other, quoted(mentions, at));
        } else if (join == Join.AND) {
          isFound = both(field.getKey(), one, other, quoted(mentions, at));
        }
      }
    }
    if (!isFound && isOnly && !chosen.hasAlternatives() && chosen.asksTwiceOfOneType()) {
      eitherOfAll();
    }
  }

  /** From a mention to the last that is joined with it. */
  private String quoted(List<Mention> mentions, int first) {
    int last = first;
    while (Mention.joined(wording, mentions, last) != Join.NONE) {
      last++;
    }
    return wording.quote(mentions.get(first).from(), mentions.get(last).to());
  }

  /** The values of which a name may speak, by the fields that the rule compares. */
  private Map<VocabularyField, Set<String>> values() {
    Map<VocabularyField, Set<String>> values = new LinkedHashMap<>();
    for (Chosen each : chosen.all()) {
      Set<String> own = values.computeIfAbsent(each.field(), field -> new LinkedHashSet<>());
      own.addAll(each.values());
      own.addAll(each.field().words());
      own.remove("OTHER");
    }
    return values;
  }

  private static boolean isAny(Mention mention, Set<String> values) {
    return mention.values().stream().anyMatch(values::contains);
  }

  private @Nullable Chosen first(VocabularyField field, Mention one, Mention without) {
    return chosen.all().stream()
        .filter(each -> each.field().equals(field))
        .filter(each -> isAny(one, each.values()) && !isAny(without, each.values()))
        .findFirst()
        .orElse(null);
  }

  private boolean either(VocabularyField field, Mention one, Mention other, String words) {
    Chosen first = first(field, one, other);
    Chosen second = first(field, other, one);
    if (chosen.all().stream().anyMatch(each -> has(each, field, one, other)) || content.isSplit()) {
      return false;
    }
    if (first != null && second != null) {
      if (first.isCounted() || second.isCounted() || first.pattern().equals(second.pattern())) {
        return false;
      }
      contradictions.found(
          second.source().span(),
          WordingFaults.choiceInName(text.where(), words, second.source().text()));
      return true;
    }
    Chosen only = first == null ? second : first;
    Mention missing = first == null ? one : other;
    if (only == null
        || field.kind() != FieldKind.WORD
        || missing.values().size() > 1
        || content.names(missing.values())) {
      return false;
    }
    contradictions.found(
        only.source().span(),
        WordingFaults.choiceInNameOnly(
            text.where(), words, only.source().text(), missing.values().iterator().next()));
    return true;
  }

  private static boolean has(Chosen each, VocabularyField field, Mention one, Mention other) {
    return each.field().equals(field) && isAny(one, each.values()) && isAny(other, each.values());
  }

  private boolean both(VocabularyField field, Mention one, Mention other, String words) {
    boolean isOfKinds = field.kind() == FieldKind.WORD;
    if (isOfKinds && !(one.isOfOne(wording) && other.isOfOne(wording)) && !wording.has("both")) {
      return false;
    }
    Chosen first = first(field, one, other);
    Chosen second = first(field, other, one);
    Chosen any =
        chosen.all().stream()
            .filter(each -> !each.isCounted() && has(each, field, one, other))
            .findFirst()
            .orElse(null);
    boolean areAlternatives = any == null && first != null && second != null && isOr(first, second);
    boolean isEnough = areAlternatives || (any != null && first == null && second == null);
    Chosen shown = any == null ? first : any;
    if (!isEnough || shown == null || wording.has("any")) {
      return false;
    }
    String others = areAlternatives && second != null ? " or " + second.source().text() : "";
    contradictions.found(
        shown.source().span(),
        WordingFaults.choiceInNameBoth(text.where(), words, shown.source().text() + others));
    return true;
  }

  /** Whether the two are alternatives of one condition. */
  private static boolean isOr(Chosen first, Chosen second) {
    return !first.isCounted()
        && first.condition() == second.condition()
        && first.branch() != second.branch();
  }

  private void eitherOfAll() {
    for (int at = 0; at < wording.size(); at++) {
      if (wording.hasAt("either", at) && wording.has("or")) {
        contradictions.found(
            text.span(), WordingFaults.choiceInNameAll(text.where(), wording.quote(at, at + 1)));
        return;
      }
    }
  }
}
