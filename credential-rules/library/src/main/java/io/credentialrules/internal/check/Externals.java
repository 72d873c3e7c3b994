package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds credentials that are declared with {@code @external} and that no rule asks for. */
final class Externals implements PolicyWalk {
  private final Set<String> asked = new HashSet<>();
  private boolean anyIsAsked;

  private Externals() {}

  /** Only where all rules could be read. */
  static void check(PolicyModel model, Findings findings) {
    if (model.external().isEmpty()) {
      return;
    }
    Externals externals = new Externals();
    model.rules().forEach(rule -> externals.condition(rule.when()));
    model.values().forEach(externals::named);
    if (externals.anyIsAsked) {
      return;
    }
    Map<String, NavigableMap<SourceSpan, RuleHeader>> rules = byPlace(model.rules());
    for (Reference external : model.external()) {
      if (!externals.asked.contains(external.id())) {
        Map.Entry<SourceSpan, RuleHeader> rule =
            rules
                .getOrDefault(external.span().file(), Collections.emptyNavigableMap())
                .floorEntry(external.span());
        if (rule != null) {
          Warnings.warn(
              findings,
              rule.getValue(),
              external.span(),
              PolicyFaults.unusedExternal(external.id()));
        }
      }
    }
  }

  /** The rules of each file; an annotation belongs to the last rule that begins before it. */
  private static Map<String, NavigableMap<SourceSpan, RuleHeader>> byPlace(List<PolicyRule> rules) {
    Map<String, NavigableMap<SourceSpan, RuleHeader>> byPlace = new HashMap<>();
    for (PolicyRule rule : rules) {
      SourceSpan span = rule.header().span();
      byPlace.computeIfAbsent(span.file(), file -> new TreeMap<>()).put(span, rule.header());
    }
    return byPlace;
  }

  private void named(NamedValue value) {
    value.values().forEach(dated -> expression(dated.value()));
  }

  @Override
  public void condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern
        && pattern.type().equals(Vocabulary.EARNED)
        && pattern.constraints().stream().noneMatch(Externals::namesIds)) {
      anyIsAsked = true;
    }
    PolicyWalk.super.condition(condition);
  }

  /** Whether ids are written, or named by a value of the pack. */
  private static boolean namesIds(Constraint constraint) {
    if (constraint instanceof Constraint.Either either) {
      return either.parts().stream().allMatch(Externals::namesIds);
    }
    return constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Field field
        && field.name().equals("credential")
        && !compare.operator().isNegative()
        && (compare.right() instanceof Expression.Text
            || compare.right() instanceof Expression.Listing
            || compare.right() instanceof Expression.Named);
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Compare compare
        && compare.operator() == Operator.MATCHES) {
      anyIsAsked |= pattern != null && pattern.type().equals(Vocabulary.EARNED);
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }

  @Override
  public void expression(Expression expression) {
    if (expression instanceof Expression.Text text) {
      asked.add(text.value());
    }
    PolicyWalk.super.expression(expression);
  }
}
