package io.credentialrules.oracle;

import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.ValidTo;
import io.credentialrules.policy.syntax.CredentialRule;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something was achieved that has a validity: the first on which it holds, and
 * each later one on which it holds by what came about since. They are looked for in the order of
 * days, as far as somebody asks.
 */
final class Achievements {
  private final Predicate<Judgement> what;
  private final Calendar calendar;
  private final @Nullable LocalDate after;
  private final LocalDate start;
  private final TreeSet<LocalDate> achieved = new TreeSet<>();
  private final Map<LocalDate, LocalDate> ends = new HashMap<>();
  private final CredentialRule rule;
  private LocalDate lookedUntil;
  private @Nullable LocalDate undatedFrom;

  private Achievements(
      CredentialRule rule,
      Predicate<Judgement> what,
      Calendar calendar,
      @Nullable LocalDate after) {
    this.rule = rule;
    this.what = what;
    this.calendar = calendar;
    this.after = after;
    this.start = after == null ? calendar.days().first() : after;
    this.lookedUntil = start;
    this.undatedFrom = what.test(calendar.at(start, after)) ? start : null;
  }

  /** Of the whole of a rule, or of each of its parts where those renew it. */
  static List<Achievements> of(
      CredentialRule rule, List<Ask> asks, Calendar calendar, @Nullable LocalDate after) {
    if (rule.settings().renews() == Renews.WHOLE) {
      return List.of(
          new Achievements(rule, judgement -> judgement.isComplete(rule), calendar, after));
    }
    return asks.stream()
        .map(
            ask -> new Achievements(rule, judgement -> judgement.holds(rule, ask), calendar, after))
        .toList();
  }

  /** The last of them up to a day on which it holds; null where it has no date. */
  @Nullable LocalDate lastBy(LocalDate today) {
    if (lookedUntil.isBefore(today)) {
      LocalDate from = lookedUntil;
      lookedUntil = today;
      for (LocalDate day : calendar.days().subSet(from, false, today, true)) {
        if (undatedFrom == null) {
          look(day);
        }
      }
    }
    boolean isBeforeAll = today.isBefore(start);
    if (isBeforeAll || (undatedFrom != null && !undatedFrom.isAfter(today))) {
      return null;
    }
    return Objects.requireNonNull(achieved.floor(today), "it holds and never began to");
  }

  /** The last day on which an achievement is valid, in the light of all before it. */
  LocalDate end(LocalDate day) {
    LocalDate known = ends.get(day);
    if (known == null) {
      known = findEnd(day);
      ends.put(day, known);
    }
    return known;
  }

  private LocalDate findEnd(LocalDate day) {
    LocalDate began = null;
    LocalDate end = null;
    for (LocalDate each : achieved.headSet(day, true)) {
      began = began == null || end == null || each.isAfter(end.plusDays(1)) ? each : began;
      end = each.plus(Objects.requireNonNull(rule.settings().validFor()));
      while (!isEnd(end, began)) {
        end = end.plusDays(1);
      }
    }
    return Objects.requireNonNull(end);
  }

  /** Whether validities may end on a day. */
  private boolean isEnd(LocalDate day, LocalDate began) {
    ValidTo to = rule.settings().validTo();
    if (to == null) {
      return true;
    }
    return switch (to.kind()) {
      case END_OF_MONTH -> day.plusDays(1).getDayOfMonth() == 1;
      case ANNIVERSARY ->
          day.getYear() > began.getYear()
              && began.plusYears(day.getYear() - began.getYear()).equals(day);
      case DAYS_OF_YEAR ->
          to.days().contains(MonthDay.from(day))
              || (to.days().contains(MonthDay.of(2, 29))
                  && day.equals(day.withMonth(2).with(TemporalAdjusters.lastDayOfMonth())));
    };
  }

  private void look(LocalDate day) {
    LocalDate last = achieved.isEmpty() ? null : achieved.last();
    if (what.test(calendar.at(day, after)) && (last == null || what.test(calendar.at(day, last)))) {
      if (what.test(calendar.at(day, day))) {
        undatedFrom = day;
      } else {

        achieved.add(day);
        calendar.learnEnd(end(day));
      }
    }
  }
}
