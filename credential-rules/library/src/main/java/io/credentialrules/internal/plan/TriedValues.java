package io.credentialrules.internal.plan;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a plan with each of the values that are tried in its blanks. Of facts that are
 * alike the first is tried, and what was found holds of the others.
 */
final class TriedValues {
  private static final int MOST_VALUES = 40;
  private static final int LEAST_VALUES = 6;

  private final State plan;
  private final Domain domain;
  private final List<Blank> blanks;
  private final OtherValues otherValues;
  private final Twins twins;
  private final List<Map<Optional<Object>, Boolean>> does = new ArrayList<>();
  private final List<Boolean> unknown = new ArrayList<>();
  private final List<Map<Object, Integer>> dueTo = new ArrayList<>();

  TriedValues(
      State plan, Domain domain, List<Blank> blanks, OtherValues otherValues, Allowance answers) {
    this.plan = plan;
    this.domain = domain;
    this.blanks = blanks;
    this.otherValues = otherValues;
    this.twins = Twins.of(plan, domain);
    int open = (int) blanks.stream().filter(this::isFirst).count();
    domain.limit(valuesOfEach(open, answers.most()));
    for (Blank blank : blanks) {
      does.add(isFirst(blank) ? tried(blank) : asTheFirst(blank));
    }
    for (int at = 0; at < blanks.size(); at++) {
      Blank blank = blanks.get(at);
      unknown.add(answers.isSpent() || isCut(at));
      dueTo.add(isFirst(blank) ? dueToOthers(blank) : dueToOthersAsTheFirst(blank));
    }
  }

  /** How many values are tried in each of so many blanks, with so many answers for all. */
  static int valuesOfEach(int blanks, int answers) {
    return Math.min(MOST_VALUES, Math.max(LEAST_VALUES, answers / Math.max(1, blanks)));
  }

  /** For each value that was tried in a blank, by its place, whether the plan still earns. */
  Map<Optional<Object>, Boolean> does(int at) {
    return does.get(at);
  }

  /** Values that spoil it, and would not if the other fact that has them had another. */
  Map<Object, Integer> dueTo(int at) {
    return dueTo.get(at);
  }

  /** Whether there was no answer left, or values that were not tried may spoil it. */
  boolean isUnknown(int at) {
    return unknown.get(at);
  }

  /** Whether values of the policy that were not tried may spoil what any other does. */
  private boolean isCut(int at) {
    Blank blank = blanks.get(at);
    return (blank.field().kind() == FieldKind.DATE
            || Boolean.TRUE.equals(does.get(at).get(Optional.<Object>of(Domain.OTHER))))
        && domain.isCut(draft(blank), blank.field(), repeated(blank).keySet());
  }

  private boolean isFirst(Blank blank) {
    return twins.first(blank.number()) == blank.number();
  }

  private int first(Blank blank) {
    return blanks.indexOf(new Blank(twins.first(blank.number()), blank.field()));
  }

  private Draft draft(Blank blank) {
    return plan.drafts().get(blank.number());
  }

  private Map<Optional<Object>, Optional<Object>> repeated(Blank blank) {
    return twins.repeated(blank.number(), blank.field());
  }

  private Map<Optional<Object>, Boolean> tried(Blank blank) {
    VocabularyField field = blank.field();
    Draft draft = draft(blank);
    Map<Optional<Object>, Optional<Object>> repeated = repeated(blank);
    Map<Optional<Object>, Boolean> found = new LinkedHashMap<>();
    for (Optional<Object> value : domain.values(draft, field, repeated.keySet())) {
      Boolean answer =
          (domain.isTooEarly(draft, field, value) || domain.isOutside(draft, field, value))
              ? Boolean.FALSE
              : otherValues.earn(blanks.indexOf(blank), value);
      if (answer != null) {
        found.put(value, answer);
      }
    }
    repeated.forEach(
        (name, same) -> {
          Boolean answer = found.get(same);
          if (answer != null) {
            found.put(name, answer);
          }
        });
    return found;
  }

  private Map<Optional<Object>, Boolean> asTheFirst(Blank blank) {
    Map<Optional<Object>, Boolean> found = new LinkedHashMap<>();
    does.get(first(blank))
        .forEach((value, answer) -> found.put(twins.swapped(value, blank), answer));
    return found;
  }

  private Map<Object, Integer> dueToOthers(Blank blank) {
    Map<Object, Integer> due = new LinkedHashMap<>();
    if (!domain.tellsApart(blank.field())) {
      return due;
    }
    Map<Optional<Object>, Optional<Object>> repeated = repeated(blank);
    for (Blank rival : blanks) {
      Object taken = value(rival).orElse(null);
      if (taken != null && rival.isLike(blank, plan)) {
        Optional<Object> same = repeated.get(Optional.of(taken));
        boolean isDue =
            same == null ? isDueTo(rival, blank) : same.filter(due::containsKey).isPresent();
        if (isDue) {
          due.put(taken, rival.number());
        }
      }
    }
    return due;
  }

  /** Whether the plan earns with the value of a rival, where that has another. */
  private boolean isDueTo(Blank rival, Blank blank) {
    Optional<Object> taken = value(rival);
    int at = blanks.indexOf(blank);
    int other = blanks.indexOf(rival);
    if (!Boolean.FALSE.equals(does.get(at).get(taken))) {
      return false;
    }
    for (Map.Entry<Optional<Object>, Boolean> free : does.get(other).entrySet()) {
      if (free.getValue()
          && free.getKey().isPresent()
          && !free.getKey().equals(taken)
          && !free.getKey().equals(value(blank))) {
        return Boolean.TRUE.equals(otherValues.earn(at, taken, other, free.getKey()));
      }
    }
    return false;
  }

  private Map<Object, Integer> dueToOthersAsTheFirst(Blank blank) {
    Map<Object, Integer> due = new LinkedHashMap<>();
    int first = twins.first(blank.number());
    dueTo
        .get(first(blank))
        .forEach(
            (taken, number) ->
                due.put(
                    twins.swapped(Optional.of(taken), blank).orElseThrow(),
                    number == blank.number() ? first : number));
    return due;
  }

  /** What the plan has in a blank. */
  Optional<Object> value(Blank blank) {
    return Optional.ofNullable(Domain.canonical(draft(blank).value(blank.field().name())));
  }
}
