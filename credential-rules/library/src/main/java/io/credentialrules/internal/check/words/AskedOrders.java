package io.credentialrules.internal.check.words;

import io.credentialrules.internal.check.Linear;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Constraint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dates and amounts of facts that a rule compares with each other. */
final class AskedOrders {
  /** Two dates of facts, one of which must be earlier or later than the other. */
  record Order(Dated left, Operator operator, Dated right, Constraint source) {}

  /** A date of a fact, and the place of the pattern that the fact fits. */
  record Dated(VocabularyField field, Object pattern) {}

  /** An amount that is compared with a share of another, {@code times ÷ over} of it. */
  record Share(Linear share, Operator operator, Constraint source) {}

  /** A day with which a date is compared; whether it is within an absence. */
  record Asked(Operator operator, LocalDate day, boolean isInverted, Constraint source) {}

  private final Map<Object, Asked> days = new LinkedHashMap<>();
  private final Map<Object, Order> orders = new LinkedHashMap<>();
  private final Map<Integer, Object> patterns = new HashMap<>();
  private final Map<Object, Share> shares = new LinkedHashMap<>();

  /** Notes a comparison of two dates of which none is moved. */
  void dates(Comparison comparison, Test test, boolean inverted) {
    if (comparison.right().literal() instanceof LocalDate day) {
      days.put(
          test.source().span(), new Asked(comparison.operator(), day, inverted, test.source()));
    }
    if (comparison.left() instanceof Value.Field left
        && comparison.right() instanceof Value.Field right
        && comparison.operator().isOrdering()
        && !inverted) {
      orders.put(
          test.source().span(),
          new Order(dated(left), comparison.operator(), dated(right), test.source()));
    }
  }

  private Dated dated(Value.Field date) {
    int slot = date.of().slot();
    return new Dated(date.field(), patterns.getOrDefault(slot, slot));
  }

  /** Notes where the pattern is whose fact is in a slot from now on. */
  void pattern(Step.Match match) {
    patterns.put(match.slot(), match.source().span());
  }

  /** Notes a comparison of two amounts. */
  void amounts(Comparison comparison, Test test, boolean inverted) {
    Linear share =
        inverted || !comparison.operator().isOrdering() || !isOfAmounts(comparison)
            ? null
            : Linear.share(comparison);
    if (share != null) {
      shares.put(test.source().span(), new Share(share, comparison.operator(), test.source()));
    }
  }

  private static boolean isOfAmounts(Comparison comparison) {
    return comparison.left().type().is(FieldKind.AMOUNT)
        && comparison.right().type().is(FieldKind.AMOUNT);
  }

  List<Asked> days() {
    return List.copyOf(days.values());
  }

  List<Order> all() {
    return List.copyOf(orders.values());
  }

  List<Share> shares() {
    return List.copyOf(shares.values());
  }
}
