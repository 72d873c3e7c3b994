package io.credentialrules.oracle;

import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.syntax.CredentialRule;
import java.time.LocalDate;
import java.util.List;
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
    if (undatedFrom != null && !undatedFrom.isAfter(today)) {
      return null;
    }
    return Objects.requireNonNull(achieved.floor(today), "it holds and never began to");
  }

  private void look(LocalDate day) {
    LocalDate last = achieved.isEmpty() ? null : achieved.last();
    if (what.test(calendar.at(day, after)) && (last == null || what.test(calendar.at(day, last)))) {
      if (what.test(calendar.at(day, day))) {
        undatedFrom = day;
      } else {

        achieved.add(day);
        calendar.learnEnd(day.plus(Objects.requireNonNull(rule.settings().validFor())));
      }
    }
  }
}
