package io.credentialrules.internal.check.words;

import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.policy.Operator;
import java.util.List;
import java.util.Set;

/** Compares how a name says that something is summed up or counted with the functions of a rule. */
final class SaidTotals {
  /** What adds up; percents and ages do not. */
  private static final Set<String> ADDITIVE =
      Set.of("hours", "credits", "continuing education units", "weeks", "points");

  private final SaidText text;
  private final Wording wording;
  private final RuleContent content;
  private final Contradictions contradictions;

  SaidTotals(SaidText text, Wording wording, RuleContent content, Contradictions contradictions) {
    this.text = text;
    this.wording = wording;
    this.content = content;
    this.contradictions = contradictions;
  }

  void check(List<Saying> sayings) {
    for (RequiredAmount asked : content.asked()) {
      Aggregation function = asked.function();
      if (function == null || asked.isInverted() || !asked.operator().isOrdering()) {
        continue;
      }
      sayings.stream()
          .filter(saying -> asked.period() == null && asked.mayBe(saying) && asked.fits(saying))
          .findFirst()
          .ifPresent(saying -> total(saying, asked, function));
      if (function == Aggregation.COUNT && sayings.stream().noneMatch(Saying::isCount)) {
        differentUncounted(asked);
      }
      if (function == Aggregation.MAX && isGreatestUnsaid(asked, sayings)) {
        contradictions.found(
            asked.span(), WordingFaults.totalInNameGreatest(asked.argument(), text.where()));
      }
    }
  }

  /**
   * Whether the greatest of what adds up is asked for, in a name that says neither so nor how much:
   * one fact of so much would be asked for in its pattern.
   */
  private boolean isGreatestUnsaid(RequiredAmount asked, List<Saying> sayings) {
    boolean isLeast = asked.operator() == Operator.AT_LEAST || asked.operator() == Operator.MORE;
    return isLeast
        && ADDITIVE.contains(asked.unit())
        && text.where().equals("name")
        && sayings.stream().noneMatch(saying -> asked.mayBe(saying) && asked.fits(saying))
        && !wording.has("one")
        && !wording.has("best")
        && !wording.has("each");
  }

  private void total(Saying saying, RequiredAmount asked, Aggregation function) {
    if (function == Aggregation.COUNT) {
      different(saying, asked);
      return;
    }
    boolean isMean = isMeanOf(saying);
    boolean isBest = wording.has("best");
    String takes = takes(function);
    if (takes.isEmpty()) {
      return;
    }
    if (isMean ? function != Aggregation.AVERAGE && !isBest : isBest && isNoBest(function, asked)) {
      found(saying, asked, takes);
    } else if (isOfEach(saying) && saysEach(function) && !content.isSplit() && !isRepeated(asked)) {
      contradictions.found(
          asked.span(), WordingFaults.eachInName(text.where(), each(), asked.argument(), takes));
    } else if (ADDITIVE.contains(asked.unit())
        && function != Aggregation.SUM
        && !wording.has("average")
        && (wording.has("total") || !wording.has("one"))) {
      found(saying, asked, takes);
    }
  }

  /** "A mean of 2.0 over 8 credits" is one of what has 2.0, and no mean of credits. */
  private boolean isMeanOf(Saying saying) {
    for (int mean = 0; mean < wording.size(); mean++) {
      if (wording.is("average", mean) && !isOfAnother(mean, saying)) {
        return true;
      }
    }
    return false;
  }

  /** "75 percent on average, and 60 credits": what comes before the comma has its number. */
  private boolean isOfAnother(int mean, Saying saying) {
    boolean isBefore = mean < saying.at();
    boolean isOver = isBefore && wording.endOfClause(mean + 1) <= saying.at() && hasNumber(0, mean);
    return isOver || hasNumber(mean + 1, isBefore ? saying.at() : wording.endOfClause(mean + 1));
  }

  private boolean hasNumber(int from, int to) {
    for (int at = from; at < to; at++) {
      if (wording.token(at).isNumber()) {
        return true;
      }
    }
    return false;
  }

  /** The best may be summed up over several things, but for percents. */
  private static boolean isNoBest(Aggregation function, RequiredAmount asked) {
    return function == Aggregation.AVERAGE
        || function == Aggregation.MIN
        || (function == Aggregation.SUM && asked.unit().equals("percent"));
  }

  /** Whether it is said of each: "at least 20 in each, 4 of ethics" says it of the 20 alone. */
  private boolean isOfEach(Saying saying) {
    boolean isOfAnother = false;
    for (int each = 0; each < wording.size(); each++) {
      if (wording.is("each", each)) {
        boolean isOfNumber = false;
        for (int at = each; at > 0 && !wording.token(at).begins(); at--) {
          isOfNumber |= wording.token(at - 1).isNumber();
          if (at - 1 == saying.at()) {
            return true;
          }
        }
        isOfAnother |= isOfNumber;
      }
    }
    return wording.has("each") && !isOfAnother;
  }

  /** Whether the same is asked of several totals, one for each of what the name speaks of. */
  private boolean isRepeated(RequiredAmount asked) {
    return content.asked().stream()
            .filter(
                other ->
                    other.function() == asked.function()
                        && other.unit().equals(asked.unit())
                        && other.value().compareTo(asked.value()) == 0)
            .count()
        > 1;
  }

  /** Whether it says less than what is said of each: the least of all says it. */
  private static boolean saysEach(Aggregation function) {
    return function == Aggregation.SUM
        || function == Aggregation.AVERAGE
        || function == Aggregation.MAX;
  }

  private void found(Saying saying, RequiredAmount asked, String takes) {
    contradictions.found(
        asked.span(),
        WordingFaults.totalInName(text.where(), saying.words(), asked.argument(), takes));
  }

  private String each() {
    for (int at = 0; at < wording.size(); at++) {
      int end = wording.after("each", at);
      if (end > at) {
        return wording.quote(at, end);
      }
    }
    return "each";
  }

  private static String takes(Aggregation function) {
    return switch (function) {
      case SUM -> "all of them together";
      case AVERAGE -> "their mean";
      case MAX -> "the greatest of them";
      case MIN -> "the least of them";
      default -> "";
    };
  }

  private void different(Saying saying, RequiredAmount asked) {
    if (saying.isDifferent()
        && !content.uses(Aggregation.COUNT_DISTINCT)
        && !content.comparesFacts()) {
      contradictions.found(
          asked.span(),
          WordingFaults.differentInName(text.where(), differentWords(saying), asked.argument()));
    }
  }

  /** "Several different events", without a number; groups are different by themselves. */
  private void differentUncounted(RequiredAmount asked) {
    for (int at = 0; at < wording.size(); at++) {
      if (wording.is("different", at)
          && !content.isSplit()
          && !content.uses(Aggregation.COUNT_DISTINCT)
          && !content.comparesFacts()) {
        contradictions.found(
            asked.span(),
            WordingFaults.differentInName(
                text.where(), wording.quote(at, at + 1), asked.argument()));
        return;
      }
    }
  }

  private String differentWords(Saying saying) {
    for (int at = saying.at(); at < wording.size(); at++) {
      if (wording.is("different", at)) {
        return wording.quote(saying.at(), wording.after("different", at));
      }
    }
    return saying.words();
  }
}
