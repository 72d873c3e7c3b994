package io.credentialrules.internal.check.words;

import com.google.common.base.Splitter;
import io.credentialrules.internal.check.words.AskedWords.Worded;
import io.credentialrules.internal.fault.WordingFaults;
import java.util.List;
import java.util.Set;

/**
 * Compares the words of fields in a name, such as "an internship", with those that the rule asks
 * for. A name that says the word of the rule may say others beside it.
 */
final class SaidWords {
  private final SaidText text;
  private final Wording wording;
  private final RuleContent content;
  private final Contradictions contradictions;

  SaidWords(SaidText text, Wording wording, RuleContent content, Contradictions contradictions) {
    this.text = text;
    this.wording = wording;
    this.content = content;
    this.contradictions = contradictions;
  }

  void check() {
    if (content.isSplit() || content.words().all().isEmpty() || wording.has("negations")) {
      return;
    }
    for (Worded worded : content.words().all()) {
      int other = -1;
      boolean saysOwn = false;
      for (int at = 0; at < wording.size(); at++) {
        List<String> said = said(at);
        saysOwn |= !worded.isExcluded() && saysOwn(worded, said, at);
        if (other < 0 && contradicts(worded, said)) {
          other = at;
        }
      }
      if (other >= 0 && !saysOwn) {
        contradictions.found(
            worded.source().span(),
            WordingFaults.wordInName(
                text.where(),
                wording.quote(other, wording.after("words", other)),
                worded.source().text()));
      }
    }
  }

  /** The words that an expression of the name means; empty where none begins. */
  private List<String> said(int at) {
    int end = wording.after("words", at);
    return end > at ? Splitter.on('|').splitToList(wording.meaning("words", at, end)) : List.of();
  }

  private boolean saysOwn(Worded worded, List<String> said, int at) {
    return worded.words().stream()
        .anyMatch(own -> said.contains(own) || wording.token(at).text().equalsIgnoreCase(own));
  }

  private boolean contradicts(Worded worded, List<String> said) {
    if (worded.isExcluded()) {
      return said.size() == 1
          && Set.copyOf(worded.words()).containsAll(said)
          && !content.words().asksFor(said.get(0), worded);
    }
    return said.stream().anyMatch(worded.field().words()::contains)
        && said.stream().noneMatch(worded.words()::contains)
        && said.stream().noneMatch(word -> content.words().asksFor(word, worded));
  }
}
