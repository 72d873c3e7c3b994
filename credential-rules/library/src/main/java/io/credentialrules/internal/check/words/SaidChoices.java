package io.credentialrules.internal.check.words;

import io.credentialrules.internal.check.words.ChosenValues.Chosen;
import io.credentialrules.internal.check.words.Mention.Join;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  /**
   * The values of which a name may speak with their words, by the fields that the rule compares.
   */
  private final Map<VocabularyField, Map<String, List<String>>> values;

  private final PackIds ids;

  SaidChoices(
      SaidText text,
      Wording wording,
      RuleContent content,
      PackIds ids,
      Contradictions contradictions) {
    this.ids = ids;
    this.text = text;
    this.wording = wording;
    this.content = content;
    this.chosen = content.chosen();
    this.contradictions = contradictions;
    this.values = values(chosen, ids);
  }

  /**
   * What the check costs at most: the words of the name by those of all values, and by the texts of
   * the pack of which it may speak.
   */
  long cost() {
    long words = 1L + chosen.all().size();
    for (Map<String, List<String>> own : values.values()) {
      for (List<String> each : own.values()) {
        words += 1 + each.size();
      }
    }
    if (wording.hasWord("or")) {
      for (VocabularyField field : values.keySet()) {
        words += ids.count(field, wording);
      }
    }
    return (1L + wording.size()) * words;
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
    boolean isBoth = wording.has("both");
    boolean isAny = wording.has("any");
    boolean isFound = false;
    for (Map.Entry<VocabularyField, Map<String, List<String>>> field : values.entrySet()) {
      List<Mention> mentions = Mention.in(wording, field.getValue());
      List<Join> joins = Mention.joins(wording, mentions);
      for (int at = 0; at + 1 < mentions.size() && !isFound; at++) {
        int first = at;
        Supplier<String> words = () -> quoted(mentions, joins, first);
        Mention one = mentions.get(at);
        Mention other = mentions.get(at + 1);
        if (joins.get(at) == Join.OR && isOnly) {
          isFound = either(field.getKey(), one, other, words);
        } else if (joins.get(at) == Join.AND && !isAny) {
          isFound = both(field.getKey(), one, other, isBoth, words);
        }
      }
    }
    if (!isFound && isOnly && !chosen.hasAlternatives() && !content.isSplit()) {
      isFound = wording.hasWord("or") && (oneOfTwoFacts() || otherOfPack());
      if (!isFound && chosen.asksTwiceOfOneType()) {
        eitherOfAll();
      }
    }
  }

  /** "The exam or the portfolio" where a fact of each type is required. */
  private boolean oneOfTwoFacts() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    chosen
        .all()
        .forEach(each -> each.values().forEach(value -> all.put(value, Mention.words(value))));
    List<Mention> mentions = Mention.in(wording, all);
    for (int at = 0; at + 1 < mentions.size(); at++) {
      Mention one = mentions.get(at);
      Mention other = mentions.get(at + 1);
      if (!isOrBetween(one, other)) {
        continue;
      }
      List<Chosen> first = chosen.all().stream().filter(each -> isAny(one, each.values())).toList();
      List<Chosen> second =
          chosen.all().stream().filter(each -> isAny(other, each.values())).toList();
      Set<Object> patterns = first.stream().map(Chosen::pattern).collect(Collectors.toSet());
      boolean areApart = second.stream().noneMatch(own -> patterns.contains(own.pattern()));
      if (areApart && !first.isEmpty() && !second.isEmpty()) {
        contradictions.found(
            second.get(0).source().span(),
            WordingFaults.choiceInName(
                text.where(),
                wording.quote(one.from(), other.to()),
                second.get(0).source().text()));
        return true;
      }
    }
    return false;
  }

  /** Whether "or" and an article are all that is before the other of two mentions. */
  private boolean isOrBetween(Mention one, Mention other) {
    int at = other.from() - 1;
    while (at > one.to() && wording.hasAt("one of it", at)) {
      at--;
    }
    return at >= one.to()
        && at - one.to() < 2
        && wording.hasAt("or", at)
        && !wording.hasAt("and", one.to());
  }

  /** "First aid or CPR" where the rule names one of the two, and another rule the other. */
  private boolean otherOfPack() {
    for (Map.Entry<VocabularyField, Map<String, List<String>>> field : values.entrySet()) {
      if (field.getKey().kind() == FieldKind.TEXT) {
        Map<String, List<String>> all = new LinkedHashMap<>(field.getValue());
        all.putAll(ids.of(field.getKey(), wording));
        List<Mention> mentions = Mention.in(wording, all);
        for (int at = 0; at + 1 < mentions.size(); at++) {
          Mention one = mentions.get(at);
          Mention other = mentions.get(at + 1);
          if (isOrBetween(one, other)
              && accepts(field.getKey(), one, other, wording.quote(one.from(), other.to()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean accepts(VocabularyField field, Mention one, Mention other, String words) {
    Chosen first = first(field, one, other);
    Chosen second = first(field, other, one);
    Mention missing = first == null ? one : other;
    Chosen only = first == null ? second : first;
    if (only == null
        || (first != null && second != null)
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

  /** From a mention to the last that is joined with it. */
  private String quoted(List<Mention> mentions, List<Join> joins, int first) {
    int last = first;
    while (joins.get(last) != Join.NONE) {
      last++;
    }
    return wording.quote(mentions.get(first).from(), mentions.get(last).to());
  }

  private static Map<VocabularyField, Map<String, List<String>>> values(
      ChosenValues chosen, PackIds ids) {
    Map<VocabularyField, Map<String, List<String>>> values = new LinkedHashMap<>();
    for (Chosen each : chosen.all()) {
      Map<String, List<String>> own =
          values.computeIfAbsent(each.field(), field -> new LinkedHashMap<>());
      each.values().forEach(value -> own.computeIfAbsent(value, ids::words));
      each.field().words().forEach(value -> own.computeIfAbsent(value, ids::words));
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

  private boolean either(
      VocabularyField field, Mention one, Mention other, Supplier<String> words) {
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
          WordingFaults.choiceInName(text.where(), words.get(), second.source().text()));
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
            text.where(), words.get(), only.source().text(), missing.values().iterator().next()));
    return true;
  }

  private static boolean has(Chosen each, VocabularyField field, Mention one, Mention other) {
    return each.field().equals(field) && isAny(one, each.values()) && isAny(other, each.values());
  }

  private boolean both(
      VocabularyField field, Mention one, Mention other, boolean isBoth, Supplier<String> words) {
    boolean isOfKinds = field.kind() == FieldKind.WORD;
    if (isOfKinds && !(one.isOfOne(wording) && other.isOfOne(wording)) && !isBoth) {
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
    if (!isEnough || shown == null) {
      return false;
    }
    String others = areAlternatives && second != null ? " or " + second.source().text() : "";
    contradictions.found(
        shown.source().span(),
        WordingFaults.choiceInNameBoth(text.where(), words.get(), shown.source().text() + others));
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
