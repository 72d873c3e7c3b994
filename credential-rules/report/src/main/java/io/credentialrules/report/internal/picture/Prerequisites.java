package io.credentialrules.report.internal.picture;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.report.internal.words.ConditionParts;
import io.credentialrules.report.internal.words.Work;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials come before which, by the rules: directly or through requirements.
 * Prerequisites that must not be held are left out.
 */
public final class Prerequisites {
  private final List<Credential> catalogue;
  private final Map<String, List<RequirementRule>> requirements = new LinkedHashMap<>();
  private final Map<String, Map<String, Boolean>> before = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Map<String, Credential> byId = new HashMap<>();
  private long looked;

  /** Of compiled rules. */
  public Prerequisites(CredentialRules rules) {
    this.catalogue = rules.catalogue();
    catalogue.forEach(credential -> byId.put(credential.id(), credential));
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof RequirementRule requirement) {
        requirements.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(requirement);
      }
    }
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof CredentialRule) {
        collect(rule.when(), rule.id(), true, new HashSet<>());
      }
    }
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
  public Map<String, Boolean> withoutImplied(String credential, Work work) {
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

  private void collect(Condition condition, String id, boolean isNeeded, Set<String> seen) {
    Interruption.check();
    if (condition instanceof Condition.Not) {
      return;
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      collect(accumulate.source(), id, false, seen);
    } else if (condition instanceof Condition.Pattern pattern) {
      if (pattern.type().equals(Vocabulary.EARNED)) {
        List<String> named = credentials(pattern);
        named.forEach(one -> put(id, one, isNeeded && named.size() == 1));
      } else if (pattern.type().equals(Vocabulary.MET)) {
        List<String> named = named(pattern, "requirement");
        for (String one : named) {
          List<RequirementRule> rules = requirements.getOrDefault(one, List.of());
          if (seen.add(one)) {
            boolean isOnly = isNeeded && named.size() == 1 && rules.size() == 1;
            rules.forEach(rule -> collect(rule.when(), id, isOnly, seen));
          }
        }
      }
    }
    boolean isChoice = condition instanceof Condition.Any;
    ConditionParts.of(condition).forEach(part -> collect(part, id, isNeeded && !isChoice, seen));
  }

  private void put(String credential, String prerequisite, boolean isNeeded) {
    if (!credential.equals(prerequisite)) {
      before
          .computeIfAbsent(credential, id -> new LinkedHashMap<>())
          .merge(prerequisite, isNeeded, Boolean::logicalOr);
    }
  }

  private List<String> credentials(Condition.Pattern pattern) {
    List<String> ids = new ArrayList<>();
    for (Credential credential : candidates(pattern)) {
      boolean fits =
          fits(pattern, "credential", credential.id())
              && fits(pattern, "pathway", credential.pathway())
              && fits(pattern, "level", credential.level());
      if (fits) {
        ids.add(credential.id());
      }
    }
    return ids;
  }

  /** Only those that are named, where the pattern names them: most patterns name one. */
  private List<Credential> candidates(Condition.Pattern pattern) {
    List<String> named = named(pattern, "credential");
    return named.isEmpty()
        ? catalogue
        : named.stream().distinct().map(byId::get).filter(Objects::nonNull).toList();
  }

  /** Whether a value passes all equalities of a pattern on a field. */
  private static boolean fits(Condition.Pattern pattern, String field, @Nullable Object value) {
    for (Constraint constraint : pattern.constraints()) {
      List<Object> allowed = allowed(constraint, field);
      if (allowed != null && (value == null || !allowed.contains(comparable(value)))) {
        return false;
      }
    }
    return true;
  }

  private static Object comparable(Object value) {
    return value instanceof Integer number ? BigDecimal.valueOf(number) : value;
  }

  static List<String> named(Condition.Pattern pattern, String field) {
    List<String> texts = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      List<Object> allowed = allowed(constraint, field);
      if (allowed != null) {
        allowed.forEach(one -> texts.add(one.toString()));
      }
    }
    return texts;
  }

  private static @Nullable List<Object> allowed(Constraint constraint, String field) {
    if (!(constraint instanceof Constraint.Compare compare)
        || !(compare.left() instanceof Expression.Field left)
        || !left.name().equals(field)
        || (compare.operator() != Operator.EQUAL && compare.operator() != Operator.IN)) {
      return null;
    }
    List<Expression> values =
        compare.right() instanceof Expression.Listing listing
            ? listing.values()
            : List.of(compare.right());
    List<Object> allowed = new ArrayList<>();
    for (Expression value : values) {
      if (value instanceof Expression.Text text) {
        allowed.add(text.value());
      } else if (value instanceof Expression.Number number) {
        allowed.add(number.value().stripTrailingZeros());
      }
    }
    return allowed.isEmpty() ? null : allowed;
  }
}
