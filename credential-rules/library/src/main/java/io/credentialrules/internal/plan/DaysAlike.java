package io.credentialrules.internal.plan;

import com.google.common.collect.Lists;
import io.credentialrules.internal.plan.AskedFields.Asked;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drawings of two open dates that a rule compares with each other, in which the one is the day on
 * which the comparison with the other turns. Days are many, so two that are drawn each on its own
 * are hardly ever equal, and a rule can be about just that.
 */
final class DaysAlike {
  private static final int OF_EACH = 4;
  private static final int MOST = 12;

  private final List<FieldDemands> fields;
  private final AskedFields asked;
  private final State plan;
  private final List<Two> all = new ArrayList<>();

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
    for (Optional<Object> value : wanted(two(draw), draw % OF_EACH, at, values)) {
      if (field.allows(value.orElse(null), others)) {
        return value;
      }
    }
    List<Optional<Object>> allowed = field.allowed(field.domain(), others);
    return allowed.isEmpty() || allowed.contains(field.example())
        ? field.example()
        : allowed.get(0);
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
