package io.credentialrules.internal.plan;

import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values for all fields of a plan together, as unhelpful as its demands allow: the least, the most,
 * the same for all facts, and mixtures. The same drawing has the same values every time.
 */
final class Drawing {
  private static final int MIXED = 40;
  private static final int ALIKE = 6;

  private final List<FieldDemands> fields;
  private final State plan;
  private final List<Integer> apart;
  private final List<Together> together;
  private final @Nullable Contests contests;
  private final DaysAlike alike;
  private final @Nullable Pairs pairs;
  private final List<List<Integer>> rivals = new ArrayList<>();
  private final List<@Nullable Allowing> allowing = new ArrayList<>();

  /**
   * Drawings from demands, which can still change.
   *
   * @param apart the fields, by their place, of which each is also drawn late where all others are
   *     early, and early where they are late
   * @param together values that are also drawn together, with the others as they were tried
   * @param contests where conditions compete for facts, how these take each other's places
   * @param alike dates that are drawn alike, since they are compared with each other
   */
  Drawing(
      List<FieldDemands> fields,
      State plan,
      List<Integer> apart,
      List<Together> together,
      @Nullable Contests contests,
      DaysAlike alike) {
    this.fields = fields;
    this.plan = plan;
    this.apart = apart;
    this.together = together;
    this.contests = contests;
    this.alike = alike;
    this.pairs = contests == null ? null : new Pairs(fields);
    for (int at = 0; at < fields.size(); at++) {
      rivals.add(rivals(at));
      allowing.add(null);
    }
  }

  /** The fields before one, by their place, that are the same of other facts. */
  private List<Integer> rivals(int at) {
    FieldDemands field = fields.get(at);
    List<Integer> rivals = new ArrayList<>();
    for (int before = 0; before < at; before++) {
      FieldDemands other = fields.get(before);
      if (other.number() != field.number() && other.field().name().equals(field.field().name())) {
        rivals.add(before);
      }
    }
    return rivals;
  }

  /** How many there are. */
  int draws() {
    return beforeAlike() + alike.draws();
  }

  private int beforeAlike() {
    return beforePairs() + (pairs == null ? 0 : pairs.draws());
  }

  private int beforePairs() {
    return beforeContests() + (contests == null ? 0 : contests.draws());
  }

  /** The two dates that are drawn alike; null in any other drawing. */
  DaysAlike.@Nullable Two alike(int draw) {
    return draw < beforeAlike() ? null : alike.two(draw - beforeAlike());
  }

  private int beforeContests() {
    return ofDays() + together.size() + ALIKE;
  }

  private int ofDays() {
    return MIXED + 2 * apart.size();
  }

  /**
   * The values of one drawing, for each field.
   *
   * @param pinned the fields, by their place, that keep the value that the plan was tried with
   */
  List<@Nullable Optional<Object>> values(int draw, Set<Integer> pinned) {
    int like = draw - beforeAlike();
    List<@Nullable Optional<Object>> values = new ArrayList<>(fields.size());
    for (int at = 0; at < fields.size(); at++) {
      Map<Integer, Optional<Object>> others = drawn(at, values);
      values.add(
          pinned.contains(at)
              ? fields.get(at).example()
              : like < 0 ? drawn(draw, at, others) : alike.drawn(like, at, values, others));
    }
    return values;
  }

  /** What other facts have in a field so far. */
  private Map<Integer, Optional<Object>> drawn(int at, List<@Nullable Optional<Object>> values) {
    if (rivals.get(at).isEmpty()) {
      return Map.of();
    }
    Map<Integer, Optional<Object>> drawn = new LinkedHashMap<>();
    for (int rival : rivals.get(at)) {
      drawn.put(fields.get(rival).number(), Objects.requireNonNull(values.get(rival)));
    }
    return drawn;
  }

  private Optional<Object> drawn(int draw, int at, Map<Integer, Optional<Object>> others) {
    FieldDemands field = fields.get(at);
    if (pairs != null && draw >= beforePairs()) {
      return paired(pairs, draw - beforePairs(), at, others);
    }
    if (contests != null && draw >= beforeContests()) {
      return contested(contests, draw - beforeContests(), at, others);
    }
    if (draw >= ofDays() && draw < beforeContests() - ALIKE) {
      Together like = together.get(draw - ofDays());
      Optional<Object> value =
          like.number() == field.number()
              ? like.values().getOrDefault(field.field().name(), field.example())
              : field.example();
      if (field.allows(value.orElse(null), others)) {
        return value;
      }
    }
    boolean isOrdered = isOrdered(field) && (draw < 4 || (draw >= MIXED && draw < ofDays()));
    List<Optional<Object>> allowed = allowed(at, others, isOrdered);
    if (allowed.isEmpty()) {
      return field.example();
    }
    if (isOrdered) {
      boolean isOther = draw >= MIXED && apart.get((draw - MIXED) / 2) == at;
      boolean isLeast = (draw % 2 == 0) != isOther;
      return !isLeast
          ? allowed.get(allowed.size() - 1)
          : draw < MIXED ? allowed.get(0) : leastGiven(allowed);
    }
    Optional<Object> common =
        draw < beforeContests() - ALIKE ? Optional.empty() : common(draw, allowed, others);
    if (common.isPresent()) {
      return common;
    }
    int own = draw % 3 == 0 ? field.field().name().hashCode() : at;
    return allowed.get(Math.floorMod(mixed(draw, own), allowed.size()));
  }

  private Optional<Object> paired(
      Pairs pairs, int draw, int at, Map<Integer, Optional<Object>> others) {
    boolean isOrdered = isOrdered(fields.get(at));
    List<Optional<Object>> allowed = allowed(at, others, isOrdered);
    int value =
        allowed.isEmpty() ? Pairs.KEPT : pairs.value(draw, at, isOrdered ? 2 : allowed.size());
    if (value == Pairs.KEPT) {
      return fields.get(at).example();
    }
    if (isOrdered) {
      return value == 0 ? leastGiven(allowed) : allowed.get(allowed.size() - 1);
    }
    int absent = allowed.indexOf(Optional.empty());
    return value == 0 && absent > 0
        ? Optional.empty()
        : allowed.get(value > 0 && value <= absent ? value - 1 : value);
  }

  private Optional<Object> contested(
      Contests contests, int draw, int at, Map<Integer, Optional<Object>> others) {
    FieldDemands field = fields.get(at);
    boolean isOrdered = isOrdered(field);
    if (!isOrdered) {
      for (Optional<Object> text : contests.text(draw, field)) {
        if (field.allows(text.orElse(null), others)) {
          return text;
        }
      }
    }
    List<Optional<Object>> allowed = allowed(at, others, isOrdered);
    if (allowed.isEmpty()) {
      return field.example();
    }
    if (!isOrdered) {
      return allowed.get(Math.floorMod(mixed(draw, at), allowed.size()));
    }
    if (contests.isMost(draw, field)) {
      return allowed.get(allowed.size() - 1);
    }
    return leastGiven(allowed);
  }

  private static Optional<Object> leastGiven(List<Optional<Object>> sorted) {
    return sorted.stream().filter(Optional::isPresent).findFirst().orElse(sorted.get(0));
  }

  /** What most others have, of as many the last or the first of them; empty for none. */
  private static Optional<Object> common(
      int draw, List<Optional<Object>> allowed, Map<Integer, Optional<Object>> others) {
    Multiset<Optional<Object>> common = LinkedHashMultiset.create(others.values());
    Optional<Object> most = Optional.empty();
    for (Optional<Object> value : common.elementSet()) {
      int more = most.isEmpty() ? 1 : common.count(value) - common.count(most);
      if (value.isPresent() && more >= draw % 2 && allowed.contains(value)) {
        most = value;
      }
    }
    return most;
  }

  /** A number without pattern, the same for the same numbers. */
  static long mixed(long draw, long own) {
    long mixed = draw * 0x9E3779B97F4A7C15L + own * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 29);
  }

  /** The values that are allowed, where other facts have these; the least first if so wanted. */
  private List<Optional<Object>> allowed(
      int at, Map<Integer, Optional<Object>> others, boolean isSorted) {
    Allowing own = allowing(at);
    List<Optional<Object>> further =
        others.isEmpty() ? List.<Optional<Object>>of() : further(own, others);
    if (own.isAlone() && further.isEmpty()) {
      return isSorted ? own.sorted() : own.allowed();
    }
    List<Optional<Object>> allowed =
        own.field().allowed(Iterables.concat(own.field().domain(), further), others);
    return isSorted ? Allowing.leastFirst(allowed) : allowed;
  }

  /** The values that others of the plan have and that were not tried. */
  private List<Optional<Object>> further(Allowing own, Map<Integer, Optional<Object>> others) {
    List<Optional<Object>> further = new ArrayList<>(0);
    String name = own.field().field().name();
    others.forEach(
        (number, value) -> {
          if (value.isPresent()
              && !own.tried().contains(value)
              && !further.contains(value)
              && plan.drafts().get(number).type().field(name) != null) {
            further.add(value);
          }
        });
    return further;
  }

  /** What a field allows as it is now: found once, since there are dozens of drawings. */
  @SuppressWarnings("ReferenceEquality") // What is asked again is the same object, and else is new.
  private Allowing allowing(int at) {
    FieldDemands field = fields.get(at);
    Allowing known = allowing.get(at);
    if (known == null || known.field() != field) {
      known = Allowing.by(field);
      allowing.set(at, known);
    }
    return known;
  }

  /** Whether it is an amount or a date. */
  static boolean isOrdered(FieldDemands field) {
    return field.field().kind() == FieldKind.AMOUNT || field.field().kind() == FieldKind.DATE;
  }
}
