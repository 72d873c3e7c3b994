package io.credentialrules.internal.plan;

import com.google.common.collect.Lists;
import io.credentialrules.internal.plan.AskedFields.Asked;
import io.credentialrules.internal.plan.ComparedDate.Met;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Drawings of two open dates that a rule compares with each other, in which the one is the day on
 * which the comparison with the other turns. Days are many, so two that are drawn each on its own
 * are hardly ever equal, and a rule can be about just that.
 */
final class DaysAlike {
  private static final int TURNING = 4;
  private static final int MEETING = 6;
  private static final int YEARS_BEFORE = 12;
  private static final int OF_EACH = TURNING + MEETING;
  private static final int MOST = 12;

  private final List<FieldDemands> fields;
  private final AskedFields asked;
  private final State plan;
  private final List<Two> all = new ArrayList<>();
  private final Map<List<FieldDemands>, List<Met>> met = new HashMap<>();

  /** Two dates, by the places of their fields; the second is drawn like the first. */
  record Two(int first, int second) {}

  /** Of demands that can still change, but not in what the fields are. */
  DaysAlike(List<FieldDemands> fields, AskedFields asked, State plan) {
    this.fields = fields;
    this.asked = asked;
    this.plan = plan;
    for (int second = 0; second < fields.size(); second++) {
      for (int first = 0; first < second && all.size() < MOST; first++) {
        if (areCompared(fields.get(first), fields.get(second))) {
          all.add(new Two(first, second));
        }
      }
    }
  }

  /** How many there are. */
  int draws() {
    return OF_EACH * all.size();
  }

  /** The two dates of a drawing. */
  Two two(int draw) {
    return all.get(draw / OF_EACH);
  }

  /** The value that is drawn; as it was tried where nothing wanted is allowed. */
  Optional<Object> drawn(
      int draw,
      int at,
      List<@Nullable Optional<Object>> values,
      Map<Integer, Optional<Object>> others) {
    FieldDemands field = fields.get(at);
    int way = draw % OF_EACH;
    if (way >= TURNING) {
      Optional<Object> day = met(two(draw), way - TURNING, at);
      return day.isPresent() && field.allows(day.get(), others) ? day : field.example();
    }
    for (Optional<Object> value : wanted(two(draw), way, at, values)) {
      if (field.allows(value.orElse(null), others)) {
        return value;
      }
    }
    List<Optional<Object>> allowed = field.allowed(field.domain(), others);
    return allowed.isEmpty() || allowed.contains(field.example())
        ? field.example()
        : allowed.get(0);
  }

  /** The day of one of two dates in one of the ways in which both are the same; empty for none. */
  private Optional<Object> met(Two two, int way, int at) {
    if (at != two.first() && at != two.second()) {
      return Optional.empty();
    }
    List<Met> all = met(two);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Met met = all.get(way * (all.size() - 1) / (MEETING - 1));
    return Optional.of(at == two.first() ? met.own() : met.other());
  }

  /** Days on which two dates are the same, of the days that their demands allow now. */
  private List<Met> met(Two two) {
    FieldDemands first = fields.get(two.first());
    FieldDemands second = fields.get(two.second());
    return met.computeIfAbsent(List.of(first, second), now -> met(first, second));
  }

  private List<Met> met(FieldDemands first, FieldDemands second) {
    Set<Met> all = new LinkedHashSet<>(oneWay(first, second));
    oneWay(second, first).forEach(met -> all.add(met.mirrored()));
    return all.stream().sorted(Comparator.comparing(Met::own).thenComparing(Met::other)).toList();
  }

  private List<Met> oneWay(FieldDemands one, FieldDemands other) {
    List<Met> all = new ArrayList<>();
    for (ComparedDate with : asked.comparedDates(type(one), one.field().name())) {
      if (asked(other).equals(with.from())) {
        days(other).forEach(day -> all.addAll(with.meeting(day)));
      }
    }
    all.removeIf(met -> !one.allows(met.own(), Map.of()) || !other.allows(met.other(), Map.of()));
    return all;
  }

  /** Those between which what the rules say can change, and one long before. */
  private static Set<LocalDate> days(FieldDemands field) {
    TreeSet<LocalDate> days = new TreeSet<>();
    field.domain().forEach(value -> value.ifPresent(day -> days.add((LocalDate) day)));
    if (!days.isEmpty()) {
      days.add(days.first().minusYears(YEARS_BEFORE));
    }
    return days;
  }

  private List<Optional<Object>> wanted(
      Two two, int way, int at, List<@Nullable Optional<Object>> values) {
    FieldDemands first = fields.get(two.first());
    FieldDemands second = fields.get(two.second());
    if (at == two.second()) {
      return turning(second, first, Objects.requireNonNull(values.get(two.first())));
    }
    if (at != two.first() || way == 1) {
      return List.of();
    }
    List<Optional<Object>> given = first.domain().stream().filter(Optional::isPresent).toList();
    if (way > 1) {
      return way == 2 ? given : Lists.reverse(given);
    }
    List<Optional<Object>> wanted = turning(first, second, second.example());
    wanted.addAll(given);
    return wanted;
  }

  /** The days of a date on which its comparison with another one turns, that day first. */
  private List<Optional<Object>> turning(
      FieldDemands one, FieldDemands other, Optional<Object> date) {
    Set<Optional<Object>> days = new LinkedHashSet<>();
    if (date.orElse(null) instanceof LocalDate day) {
      days.add(date);
      for (ComparedDate with : asked.comparedDates(type(one), one.field().name())) {
        if (asked(other).equals(with.from())) {
          Lists.reverse(with.turning(day)).forEach(turning -> days.add(Optional.of(turning)));
        }
      }
    }
    return new ArrayList<>(days);
  }

  /** Whether a test compares two dates that are not the same field of two facts. */
  private boolean areCompared(FieldDemands one, FieldDemands other) {
    Asked with = asked(other);
    return one.field().kind() == FieldKind.DATE
        && other.field().kind() == FieldKind.DATE
        && !asked(one).equals(with)
        && asked.compared(type(one), one.field().name()).contains(with);
  }

  private Asked asked(FieldDemands field) {
    return AskedFields.asked(type(field), field.field().name());
  }

  private VocabularyType type(FieldDemands field) {
    return plan.drafts().get(field.number()).type();
  }
}
