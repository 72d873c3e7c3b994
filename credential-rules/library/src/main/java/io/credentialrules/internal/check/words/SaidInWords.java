package io.credentialrules.internal.check.words;

import com.google.common.base.Splitter;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.CredentialRule;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares with a rule what its name says in a word, without a number: first, annual. */
final class SaidInWords {
  private static final Set<String> SECTIONS =
      Set.of("ordinals", "renewals", "endless", "fortnight", "fortnight at the end");

  private static final List<BigDecimal> FORTNIGHTS =
      List.of(BigDecimal.valueOf(14), BigDecimal.valueOf(15));

  private final SaidText text;
  private final Wording wording;
  private final RuleContent content;
  private final @Nullable CredentialRule rule;
  private final Contradictions contradictions;

  SaidInWords(
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
    if (wording.lacks(SECTIONS)) {
      return;
    }
    for (int at = 0; at < wording.size(); at++) {
      attempt(at);
      renewal(at);
      endless(at);
      fortnight(at);
    }
  }

  /** "Never expires" where the credential is valid for two years, and nothing else is spoken of. */
  private void endless(int at) {
    Period valid = rule == null ? null : rule.settings().validFor();
    int end = wording.after("endless", at);
    if (valid != null && end > at && !wording.hasWord("of something else")) {
      contradictions.found(
          text.span(),
          WordingFaults.periodInNameValidity(
              text.where(), wording.quote(at, end), valid.toString()));
    }
  }

  /**
   * A "quinzaine" is two weeks or fifteen days, where it is a time and neither a number nor a name.
   */
  private void fortnight(int at) {
    int end = wording.after("fortnight", at);
    if (end == at) {
      end = wording.after("fortnight at the end", at);
      if (end == at || wording.endOfClause(end) > end) {
        return;
      }
    }
    List<RequiredAmount> periods =
        content.asked().stream().filter(asked -> asked.period() != null).toList();
    if (periods.size() == 1 && !isFortnight(periods.get(0))) {
      contradictions.found(
          periods.get(0).span(),
          WordingFaults.periodInName(text.where(), wording.quote(at, end), periods.get(0).text()));
    }
  }

  private static boolean isFortnight(RequiredAmount asked) {
    Period period = Objects.requireNonNull(asked.period());
    return FORTNIGHTS.stream().anyMatch(days -> Spans.same(period, days, "days"));
  }

  /** "Passed at the first attempt" where the rule allows two. */
  private void attempt(int at) {
    boolean isOfAttempts =
        at + 1 < wording.size()
            && !wording.token(at + 1).begins()
            && wording.hasAt("attempts", at + 1);
    if (!isOfAttempts || !wording.hasAt("ordinals", at)) {
      return;
    }
    BigDecimal number = new BigDecimal(wording.meaning("ordinals", at, at + 1));
    List<RequiredAmount> most =
        content.asked().stream()
            .filter(asked -> asked.unit().equals(Saying.COUNT) || asked.unit().isEmpty())
            .filter(asked -> asked.period() == null && !asked.isInverted())
            .filter(asked -> mostOf(asked) != null)
            .toList();
    if (most.size() == 1 && number.compareTo(mostOf(most.get(0))) != 0) {
      contradictions.found(
          most.get(0).span(),
          WordingFaults.numberInName(text.where(), wording.quote(at, at + 2), most.get(0).text()));
    }
  }

  /** The most that it allows; null where it has no upper bound. */
  private static @Nullable BigDecimal mostOf(RequiredAmount asked) {
    Operator operator = asked.operator();
    if (operator == Operator.LESS) {
      return asked.isWhole() ? asked.value().subtract(BigDecimal.ONE) : null;
    }
    return operator == Operator.AT_MOST || operator == Operator.EQUAL ? asked.value() : null;
  }

  /** "Annual refresher" where the credential is valid for two years. */
  private void renewal(int at) {
    Period valid = rule == null ? null : rule.settings().validFor();
    int end = wording.after("renewals", at);
    if (valid == null || end == at) {
      return;
    }
    List<String> meant = Splitter.on(' ').splitToList(wording.meaning("renewals", at, end));
    if (!Spans.same(valid, new BigDecimal(meant.get(0)), meant.get(1))) {
      contradictions.found(
          text.span(),
          WordingFaults.periodInNameValidity(
              text.where(), wording.quote(at, end), valid.toString()));
    }
  }
}
