package io.credentialrules.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drawings for conditions that compete for facts: each fact of a plan has the texts of another, of
 * one on record, or its own, and each of its amounts and dates is the least or the most that is
 * allowed. So a fact takes the place of one that had more, and is itself no gain.
 *
 * <p>In the first drawings one fact has the texts of another, and all others keep theirs; then
 * follow mixtures, in half of which several facts have the texts of the same one. The same drawing
 * has the same values every time.
 */
final class Contests {
  private static final int ENDS = 4;
  private static final int MOST_OF_ONE = 160;
  private static final int MIXED = 240;

  private final List<Together> together;
  private final Map<Integer, List<Together>> byNumber = new HashMap<>();
  private final List<String> ordered;
  private final int ofOne;

  /**
   * Of a plan.
   *
   * @param together what facts on record and of the plan have
   */
  Contests(List<FieldDemands> fields, List<Together> together) {
    this.together = together;
    for (Together one : together) {
      byNumber.computeIfAbsent(one.number(), none -> new ArrayList<>()).add(one);
    }
    this.ordered =
        fields.stream()
            .filter(Drawing::isOrdered)
            .map(field -> field.field().name())
            .distinct()
            .toList();
    this.ofOne = Math.min(MOST_OF_ONE, ENDS * together.size());
  }

  /** How many there are. */
  int draws() {
    return ofOne + MIXED;
  }

  /** The one text that a field has; empty where any does. */
  List<Optional<Object>> text(int draw, FieldDemands field) {
    if (draw < ofOne) {
      return List.of(of(together.get(draw / ENDS), field));
    }
    long own = Drawing.mixed(draw, field.number());
    boolean hasTheme = draw % 2 == 0 && Math.floorMod(own, 2) == 0;
    if (!hasTheme && Math.floorMod(own >> 1, 3) == 0) {
      return List.of(field.example());
    }
    if (Math.floorMod(Drawing.mixed(own, field.field().name().hashCode()), 4) == 0) {
      return List.of();
    }
    List<Together> like = byNumber.getOrDefault(field.number(), List.of());
    long chosen = hasTheme ? Drawing.mixed(draw, -1) : own >> 3;
    return List.of(
        like.isEmpty() ? field.example() : of(like.get(Math.floorMod(chosen, like.size())), field));
  }

  private static Optional<Object> of(Together like, FieldDemands field) {
    return like.number() == field.number()
        ? like.values().getOrDefault(field.field().name(), field.example())
        : field.example();
  }

  /** Whether an amount or a date is the most that is allowed, rather than the least. */
  boolean isMost(int draw, FieldDemands field) {
    if (draw >= ofOne) {
      int name = field.field().name().hashCode();
      return Math.floorMod(Drawing.mixed(Drawing.mixed(draw, field.number()), name), 2) == 0;
    }
    boolean isTaker = together.get(draw / ENDS).number() == field.number();
    boolean isFirst = ordered.indexOf(field.field().name()) % 2 == 0;
    return switch (draw % ENDS) {
      case 0 -> isTaker;
      case 1 -> isTaker && isFirst;
      case 2 -> isTaker && !isFirst;
      default -> !isTaker;
    };
  }
}
