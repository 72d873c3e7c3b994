package io.credentialrules.internal.check.words;

import io.credentialrules.internal.check.words.AskedTruths.Truth;
import io.credentialrules.internal.check.words.RuleContent.Listed;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.CredentialRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a name says of facts with what the rule asks of them: yes or no, out of how many,
 * before or after, and on which level.
 */
final class SaidFacts {
  private static final Set<String> SECTIONS = Set.of("truths", "untruths", "parts");

  private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v");

  /** What is hardly ever required not to be so. */
  private static final List<String> ACHIEVED = List.of("approved", "passed", "confirmed");

  private final SaidText text;
  private final Wording wording;
  private final RuleContent content;
  private final @Nullable CredentialRule rule;
  private final Contradictions contradictions;

  SaidFacts(
      SaidText text,
      Wording wording,
      RuleContent content,
      @Nullable CredentialRule rule,
      Contradictions contradictions) {
    this.text = text;
    this.wording = wording;
    this.content = content;
    this.rule = rule;
    this.contradictions = contradictions;
  }

  void check() {
    for (int at = 0; !wording.lacks(SECTIONS) && at < wording.size(); at++) {
      truth(at);
      outOf(at);
    }
    if (!content.truths().all().isEmpty()) {
      opposites();
    }
    new SaidOrders(text, wording, content, contradictions).check();
    new SaidWords(text, wording, content, contradictions).check();
    level();
  }

  /** Who requires that nothing is approved, passed or confirmed says so. */
  private void opposites() {
    boolean saysSo = wording.has("negations") || wording.has("untruths") || wording.has("truths");
    if (saysSo || content.isSplit() || !text.where().equals("name")) {
      return;
    }
    for (Truth truth : content.truths().all()) {
      if (!truth.value()
          && ACHIEVED.stream().anyMatch(word -> TruthWords.isOf(truth.field(), word))) {
        contradictions.found(
            truth.source().span(),
            WordingFaults.truthInNameOpposite(
                truth.source().text(), text.where(), truth.field().name()));
      }
    }
  }

  private void truth(int at) {
    boolean isYes = wording.hasAt("truths", at);
    boolean isNo = wording.hasAt("untruths", at);
    if (!isYes && !isNo) {
      return;
    }
    boolean negated = wording.hasAt("negations", at - 1) || wording.hasAt("negations", at - 2);
    String word = wording.meaning(isYes ? "truths" : "untruths", at, at + 1);
    Truth truth = content.truths().of(word);
    if (truth != null && !content.isSplit() && !saysBoth(word, at)) {
      boolean said = isYes != negated;
      if (truth.value() != said) {
        contradictions.found(
            truth.source().span(),
            WordingFaults.truthInName(
                text.where(), wording.quote(negated ? at - 1 : at, at + 1), truth.source().text()));
      }
    } else if (truth == null && isYes && !negated && !content.isSplit() && !saysBoth(word, at)) {
      forgotten(at, word);
    }
  }

  /** A name that says both, such as "paid or unpaid", says nothing. */
  private boolean saysBoth(String word, int place) {
    boolean yes = false;
    boolean no = false;
    for (int at = 0; at < wording.size(); at++) {
      yes |= wording.hasAt("truths", at) && wording.means("truths", at, word);
      no |= wording.hasAt("untruths", at) && wording.means("untruths", at, word);
    }
    return (yes && no) || (wording.hasAt("negations", 0) && place > 2);
  }

  /** The only fact that is asked for has such a field, and nothing says which facts are meant. */
  private void forgotten(int at, String word) {
    List<VocabularyField> fields = new ArrayList<>();
    if (content.types().size() == 1 && !content.namesFacts()) {
      for (VocabularyField field : content.types().get(0).fields()) {
        if (field.kind() == FieldKind.TRUTH && TruthWords.isOf(field, word)) {
          fields.add(field);
        }
      }
    }
    if (!fields.isEmpty()) {
      contradictions.found(
          text.span(),
          WordingFaults.truthInNameOnly(
              text.where(), wording.quote(at, at + 1), fields.get(0).name()));
    }
  }

  /** "Five of the nine areas" where the list has eight. */
  private void outOf(int at) {
    BigDecimal number = wording.token(at).number();
    int whole = number == null ? at : wording.after("parts", at + 1);
    if (whole <= at + 1 || whole >= wording.size() || content.lists().size() != 1) {
      return;
    }
    BigDecimal all = wording.token(whole).number();
    if (number == null || all == null || number.compareTo(all) >= 0 || isUnit(whole)) {
      return;
    }
    Listed list = content.lists().get(0);
    if (all.compareTo(BigDecimal.valueOf(list.size())) != 0 && !isLabelled(at)) {
      contradictions.found(
          list.source().span(),
          WordingFaults.listInName(text.where(), wording.quote(at, whole + 1), list.size()));
    }
  }

  private boolean isUnit(int at) {
    return wording.is("units", at + 1);
  }

  private boolean isLabelled(int at) {
    return wording.hasAt("labels", at - 1);
  }

  /** In digits, in words or in Roman numerals. */
  private static @Nullable BigDecimal number(NameToken token) {
    int roman = ROMAN.indexOf(token.text());
    return roman >= 0 ? BigDecimal.valueOf(roman + 1L) : token.number();
  }

  /** "Level 2" in the name of a rule for level 3. */
  private void level() {
    Integer level = rule == null ? null : rule.level();
    if (level == null) {
      return;
    }
    String said = "";
    for (int at = 0; at + 1 < wording.size(); at++) {
      BigDecimal number = number(wording.token(at + 1));
      if (wording.hasAt("level", at) && number != null) {
        if (number.compareTo(BigDecimal.valueOf(level)) == 0) {
          return;
        }
        said = wording.quote(at, at + 2);
      }
    }
    if (!said.isEmpty() && rule != null) {
      contradictions.found(text.span(), WordingFaults.levelInName(text.where(), said, level));
    }
  }
}
