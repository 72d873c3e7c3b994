package io.credentialrules.internal.check.words;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the amounts of which a name speaks. A number that is a label ("Level 2"), a part of a code,
 * or of which it cannot be told what it counts is left out.
 */
final class Sayings {
  /** Between a number and its unit there may be a few words: "200 documented hours". */
  private static final int WORDS_BEFORE_UNIT = 4;

  /** And between what is counted and how it is compared: "two attempts at most". */
  private static final int WORDS_AFTER_NUMBER = 3;

  private static final ImmutableSet<Operator> BARE =
      ImmutableSet.of(Operator.AT_LEAST, Operator.EQUAL);
  private static final ImmutableSet<Operator> MORE = ImmutableSet.of(Operator.MORE);
  private static final ImmutableSet<Operator> OVER =
      ImmutableSet.of(Operator.AT_LEAST, Operator.MORE);
  private static final ImmutableSet<Operator> ANY = ImmutableSet.copyOf(Operator.values());

  private final Wording wording;
  private final Set<String> ownUnits;
  private final List<Saying> found = new ArrayList<>();
  private int next;

  private Sayings(Wording wording, Set<String> ownUnits) {
    this.wording = wording;
    this.ownUnits = ownUnits;
  }

  /**
   * What a name says.
   *
   * @param ownUnits the units of the rule, which are units in names as well
   */
  static List<Saying> in(Wording wording, Set<String> ownUnits) {
    Sayings sayings = new Sayings(wording, ownUnits);
    while (sayings.next < wording.size()) {
      int at = sayings.next++;
      int fraction = wording.after("fractions", at);
      if (fraction > at) {
        sayings.next = fraction;
      } else if (wording.token(at).isNumber()) {
        sayings.number(at);
      }
    }
    return sayings.found;
  }

  private void number(int at) {
    int last = wording.lastOfRange(at);
    SaidUnit unit = unit(last);
    boolean isTimeInWords = unit.isTime() && !wording.hasAt("articles", at);
    if (wording.token(at).isArticle() && wording.firstBefore("before", at) < 0 && !isTimeInWords) {
      return;
    }
    next = Math.max(next, unit.end());
    if (isLabel(at, unit)) {
      skipLabels(last);
      return;
    }
    if (wording.is("parts", unit.end()) && isShare(at, unit)) {
      found.add(saying(at, unit, BARE, false, at, unit.end()));
      next = wording.endOfClause(unit.end());
      return;
    }
    if (isPartOf(at)) {
      next = wording.endOfClause(at);
      return;
    }
    if (isOneOfSeveral(at, last, unit)) {
      next = last + 3;
      return;
    }
    if (last > at) {
      int least = wording.token(last).isLess(wording.token(at)) ? last : at;
      int most = at + last - least; // "from 60 to 30 days before"
      found.add(saying(least, unit, ImmutableSet.of(Operator.AT_LEAST), true, at, unit.end()));
      found.add(saying(most, unit, ImmutableSet.of(Operator.AT_MOST), true, at, unit.end()));
      return;
    }
    compared(at, unit);
    int whole = wording.after("parts", unit.end());
    if (whole > unit.end() && whole < wording.size() && wording.token(whole).isNumber()) {
      next = whole + 1;
    }
  }

  private void compared(int at, SaidUnit unit) {
    int first = wording.firstBefore("before", at);
    Set<Operator> operators = Set.of();
    int end = unit.end();
    if (first >= 0) {
      operators = isMoreThan(first, unit) ? MORE : wording.comparison(first);
    }
    for (int noun = end; noun < Math.min(wording.size(), end + WORDS_AFTER_NUMBER); noun++) {
      int after = wording.after("after", noun);
      if (after > noun && !isOfWhatFollows(noun, after)) {
        operators = wording.relation("after", noun);
        end = after;
        break;
      }
      if (unit.close() || wording.token(noun).begins() || wording.hasAt("connecting", noun)) {
        break;
      }
    }
    boolean isPlace = first >= 0 && end == unit.end() && isPlace(first, at, unit);
    boolean isExplicit = !operators.isEmpty() && !isPlace;
    found.add(
        saying(
            at,
            unit,
            isExplicit ? ImmutableSet.copyOf(operators) : unit.isTime() || isPlace ? ANY : BARE,
            isExplicit,
            first >= 0 ? first : at,
            end));
  }

  /**
   * "Over 40 hours" are more than 40, and "a score above 90 percent" is; but "practice over 40
   * hours" is spread over them, "a mean over 8 credits" is that of 8, and "over 18" are 18 or more.
   */
  private boolean isMoreThan(int first, SaidUnit unit) {
    boolean isAmount =
        wording.isAmount(first)
            || (unit.measures().contains("percent") && wording.hasAt("scores", first - 1));
    return isAmount
        && unit.close()
        && !unit.isTime()
        && !unit.isCount()
        && wording.relation("before", first).equals(OVER)
        && !wording.has("average");
  }

  /** "Under two instructors" and "within two departments" may say where, or how many. */
  private boolean isPlace(int first, int number, SaidUnit unit) {
    return unit.isCount() && wording.after("place", first) == number && !isOpen(number);
  }

  /**
   * "Five years, at least 15 in each": 15 are the least, not the years. "120 credits, at most a
   * quarter of them graded": the quarter is the most.
   */
  private boolean isOfWhatFollows(int comparison, int after) {
    return after < wording.size()
        && !wording.token(after).begins()
        && (wording.token(after).isNumber() || wording.token(comparison).begins());
  }

  private Saying saying(
      int at, SaidUnit unit, ImmutableSet<Operator> operators, boolean explicit, int from, int to) {
    boolean isPeriod = unit.isTime() && wording.hasNearInClause("within", from, to);
    BigDecimal number = wording.token(at).number();
    return new Saying(
        wording.quote(from, to),
        number == null ? BigDecimal.ZERO : number,
        unit.measures(),
        operators,
        explicit,
        isPeriod,
        (unit.isTime() || unit.isCount()) && wording.hasNear("age", from, to),
        unit.isTime() && wording.firstBefore("valid", at) >= 0,
        wording.is("parts", unit.end()) && isShare(at, unit),
        wording.hasNear("different", at, Math.max(to, at + 3)),
        unit.isCount() && isOpen(at),
        at);
  }

  private boolean isOpen(int at) {
    int end = at + 1;
    boolean isCompared =
        wording.firstBefore("before", at) >= 0
            || wording.after("after", end) > end
            || wording.hasAt("scores", at - 1)
            || wording.hasAt("scores", at - 2);
    return isCompared
        && (end >= wording.size()
            || wording.token(end).begins()
            || wording.hasAt("connecting", end)
            || wording.is("after", end));
  }

  /** "Half of the 40 hours" are not 40 hours. */
  private boolean isPartOf(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 3) && !wording.token(i + 1).begins(); i--) {
      if (wording.hasAt("share", i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isShare(int at, SaidUnit unit) {
    return unit.measures().contains("percent") || wording.hasAt("share", at + 1);
  }

  private SaidUnit unit(int number) {
    int whole = wording.after("parts", number + 1);
    if (whole > number + 1 && whole < wording.size() && wording.token(whole).isNumber()) {
      return new SaidUnit(unit(whole).measures(), number + 1, unit(whole).close());
    }
    for (int at = number + 1; at <= number + WORDS_BEFORE_UNIT && at < wording.size(); at++) {
      if (wording.token(at).begins() || wording.token(at).isNumber()) {
        break;
      }
      int end = wording.after("units", at);
      if (end > at) {
        return new SaidUnit(
            ImmutableSet.copyOf(Splitter.on('|').split(wording.meaning("units", at, end))),
            end,
            true);
      }
      if (ownUnits.contains(wording.token(at).text())) {
        return new SaidUnit(ImmutableSet.of(wording.token(at).text()), at + 1, true);
      }
      if (wording.hasAt("connecting", at)) {
        break;
      }
    }
    return new SaidUnit(asBefore(number), number + 1, false);
  }

  /** "120 credits, 30 in residence" are most likely 30 credits, and may be 30 of anything. */
  private ImmutableSet<String> asBefore(int number) {
    if (wording.hasShortlyBefore("means of points", number)) {
      return ImmutableSet.of("grade points", "points");
    }
    boolean isOfThem =
        wording.is("of them", number + 1)
            && (wording.token(number).begins() || wording.firstBefore("including", number) >= 0);
    if (!isOfThem || found.isEmpty()) {
      return ImmutableSet.of(Saying.COUNT);
    }
    return ImmutableSet.<String>builder()
        .addAll(found.get(found.size() - 1).measures())
        .add(Saying.COUNT)
        .build();
  }

  /** "Two or three": either will do, and which one nobody can tell from a comparison. */
  private boolean isOneOfSeveral(int at, int last, SaidUnit unit) {
    int or = last + 1;
    return last == at
        && or + 1 < wording.size()
        && wording.isOr(or)
        && wording.token(or + 1).isNumber()
        && unit.end() <= or;
  }

  private boolean isLabel(int at, SaidUnit unit) {
    if (at == 0 || wording.token(at).begins()) {
      return isYear(at) && !unit.close();
    }
    NameToken before = wording.token(at - 1);
    if (wording.hasAt("skip before", at - 1)
        && wording.firstBefore("before", at) < 0
        && wording.firstBefore("valid", at) < 0) {
      return true;
    }
    if (wording.firstBefore("before", at) >= 0) {
      return isYear(at) && !unit.close();
    }
    if (wording.hasAt("labels", at - 1)) {
      return true;
    }
    boolean known =
        wording.hasAt("connecting", at - 1)
            || wording.hasAt("scores", at - 1)
            || wording.hasAt("age", at - 1)
            || before.isNumber();
    return (!known && !unit.close() && wording.token(at).inDigits())
        || (isYear(at) && !unit.close())
        || before.text().equals("#");
  }

  private boolean isYear(int at) {
    return wording.token(at).inDigits() && wording.token(at).text().matches("(19|20)\\d\\d");
  }

  /** "Levels 1, 2 and 3", "Part 1 of 2": what follows a label is one too. */
  private void skipLabels(int last) {
    for (int at = last + 1; at < wording.size(); at++) {
      if (wording.token(at).isNumber()) {
        next = at + 1;
      } else if (!wording.hasAt("connecting", at)) {
        return;
      }
    }
  }
}
