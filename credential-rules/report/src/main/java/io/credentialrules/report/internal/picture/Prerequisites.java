package io.credentialrules.report.internal.picture;

import io.credentialrules.CredentialRules;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.report.internal.words.ReportWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which credentials come before which, by the rules: directly or through requirements.
 * Prerequisites that must not be held are left out.
 */
public final class Prerequisites {
  private final Map<String, Map<String, Boolean>> before = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private long looked;

  /** Of compiled rules. */
  public Prerequisites(CredentialRules rules) {
    Map<String, Map<String, Boolean>> all = rules.prerequisites();
    all.forEach(
        (credential, asked) -> {
          Map<String, Boolean> shown = new LinkedHashMap<>(asked);
          shown.keySet().retainAll(all.keySet());
          before.put(credential, shown);
        });
  }

  /**
   * The credentials that come directly before one, in the order of the rules.
   *
   * @return for each whether it is needed; otherwise it is one of several
   */
  public Map<String, Boolean> of(String credential) {
    return before.getOrDefault(credential, Map.of());
  }

  /**
   * As {@link #of}, without the needed ones that another needed one needs too, so that an arrow
   * would say nothing new. What is looked at is counted.
   */
  public Map<String, Boolean> withoutImplied(String credential, ReportWork work) {
    Map<String, Boolean> all = of(credential);
    int lowest = Integer.MAX_VALUE;
    Deque<String> open = new ArrayDeque<>();
    for (Map.Entry<String, Boolean> one : all.entrySet()) {
      if (one.getValue()) {
        lowest = Math.min(lowest, depth(one.getKey()));
        open.add(one.getKey());
      }
    }
    Set<String> implied = new HashSet<>();
    while (!open.isEmpty()) {
      for (Map.Entry<String, Boolean> next : of(open.remove()).entrySet()) {
        work.arrows(++looked);
        if (next.getValue() && depth(next.getKey()) >= lowest && implied.add(next.getKey())) {
          open.add(next.getKey());
        }
      }
    }
    Map<String, Boolean> shown = new LinkedHashMap<>(all);
    shown.entrySet().removeIf(one -> one.getValue() && implied.contains(one.getKey()));
    return shown;
  }

  /** How many come before one at most, one after the other; a compiled policy has no cycles. */
  private int depth(String credential) {
    Integer known = depths.get(credential);
    if (known != null) {
      return known;
    }
    int depth = 0;
    for (String before : of(credential).keySet()) {
      depth = Math.max(depth, depth(before) + 1);
    }
    depths.put(credential, depth);
    return depth;
  }

  /** The texts that a field of a pattern must equal, or be one of. */
  static List<String> named(Condition.Pattern pattern, String field) {
    List<String> texts = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Compare compare
          && compare.left() instanceof Expression.Field left
          && left.name().equals(field)
          && (compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN)) {
        List<Expression> values =
            compare.right() instanceof Expression.Listing listing
                ? listing.values()
                : List.of(compare.right());
        for (Expression value : values) {
          if (value instanceof Expression.Text text) {
            texts.add(text.value());
          }
        }
      }
    }
    return texts;
  }
}
