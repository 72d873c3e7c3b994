package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.NamedValueFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.limit.Alternatives;
import io.credentialrules.internal.limit.RuleSize;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that packs declare, and the rules that name them, once all files are read: a value can
 * be declared after its rules.
 */
final class DeclaredValues {
  private final Limits limits;
  private final Problems problems;
  private final Map<String, Map<String, NamedValue>> declared = new LinkedHashMap<>();
  private final Map<String, Set<String>> leftOut = new LinkedHashMap<>();

  DeclaredValues(Limits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Adds what one file declares. */
  void add(String pack, List<NamedValue> values, List<String> unread) {
    for (NamedValue value : values) {
      NamedValue other =
          declared
              .computeIfAbsent(pack, own -> new LinkedHashMap<>())
              .putIfAbsent(value.name(), value);
      if (other != null) {
        problems.add(
            value.nameSpan(), NamedValueFaults.valueNameTaken(value.name(), other.nameSpan()));
      }
    }
    leftOut.computeIfAbsent(pack, own -> new HashSet<>()).addAll(unread);
  }

  /** Puts the values of the host in place, and misses those that nobody gives. */
  void complete(GivenValues given) {
    given.put(declared, leftOut, problems);
    declared.forEach(
        (pack, values) ->
            values
                .values()
                .removeIf(
                    value -> {
                      if (value.values().isEmpty()) {
                        problems.add(
                            value.nameSpan(), NamedValueFaults.badNamedValue(value.name()));
                        leftOut.computeIfAbsent(pack, own -> new HashSet<>()).add(value.name());
                      }
                      return value.values().isEmpty();
                    }));
  }

  /** All values, in the order of packs and declarations. */
  List<NamedValue> all() {
    return declared.values().stream().flatMap(values -> values.values().stream()).toList();
  }

  /**
   * A rule in which the names of values are recognised; null where it names one that has a problem,
   * or is itself given a problem.
   */
  @Nullable PolicyRule recognised(PolicyRule rule) {
    String pack = rule.header().pack();
    Map<String, NamedValue> ofPack = declared.getOrDefault(pack, Map.of());
    Set<String> unread = leftOut.getOrDefault(pack, Set.of());
    if (ofPack.isEmpty() && unread.isEmpty() && rule.header().namedScales().isEmpty()) {
      return rule;
    }
    Set<String> names = new HashSet<>(ofPack.keySet());
    names.addAll(unread);
    int before = problems.count();
    rule.header().namedScales().forEach(scale -> checkScale(scale, ofPack, unread));
    new Misuses(names).condition(rule.when());
    PolicyRule recognised = rule.naming(names);
    boolean isSound =
        problems.count() == before
            && recognised.namedValues().stream().allMatch(use -> ofPack.containsKey(use.name()));
    return isSound ? recognised : null;
  }

  /** What a scale names must be a list of different texts. */
  private void checkScale(
      Expression.Named scale, Map<String, NamedValue> ofPack, Set<String> unread) {
    NamedValue value = ofPack.get(scale.name());
    if (value == null) {
      if (!unread.contains(scale.name())) {
        String maybe = NearestWord.maybe(scale.name(), ofPack.keySet());
        problems.add(
            scale.span(),
            NamedValueFaults.badNamedValueUnknownScale(
                scale.name(),
                maybe.isEmpty()
                    ? "declare it: `declare " + scale.name() + " @value( \"LOW\", \"HIGH\" ) end`"
                    : maybe));
      }
    } else if (!value.values().stream().allMatch(dated -> isScale(dated.value()))) {
      problems.add(scale.span(), NamedValueFaults.badNamedValueScale(scale.name()));
    }
  }

  private static boolean isScale(Expression value) {
    return value instanceof Expression.Listing list
        && list.values().stream().allMatch(Expression.Text.class::isInstance)
        && list.values().stream().map(text -> ((Expression.Text) text).value()).distinct().count()
            == list.values().size()
        && list.values().size() > 1;
  }

  /** In how many editions a rule is built. */
  long editions(PolicyRule rule) {
    Set<NamedValue> used = used(rule);
    return used.isEmpty() ? 1 : NamedValue.editions(rule.header().window(), used).size();
  }

  private Set<NamedValue> used(PolicyRule rule) {
    Map<String, NamedValue> ofPack = declared.getOrDefault(rule.header().pack(), Map.of());
    Set<NamedValue> used = new LinkedHashSet<>();
    if (!ofPack.isEmpty()) {
      rule.namedValues().forEach(use -> used.add(ofPack.get(use.name())));
    }
    return used;
  }

  /**
   * What the values add to the conditions of all rules once each {@code or} is expanded; a rule
   * that is too large by them is reported.
   */
  long addedConditions(PolicyRule rule) {
    Set<NamedValue> used = used(rule);
    if (used.isEmpty()) {
      return 0;
    }
    Map<String, NamedValue> ofPack = declared.getOrDefault(rule.header().pack(), Map.of());
    long listed = 0;
    for (Expression.Named use : rule.when().namedValues()) {
      listed += longestList(ofPack.get(use.name()));
    }
    RuleSize size = RuleSize.of(rule.when());
    long conditions = size.conditions() + listed;
    if (conditions > limits.maxConditions()) {
      problems.add(
          rule.header().nameSpan(),
          LimitFaults.limitConditions(conditions, limits.maxConditions()));
    }
    long alternatives = Alternatives.of(rule.when(), limits.maxAlternatives());
    long once = size.expanded(alternatives);
    return editions(rule) * (once + alternatives * listed) - once;
  }

  private static long longestList(@Nullable NamedValue value) {
    return value == null
        ? 0
        : value.values().stream().mapToLong(dated -> dated.value().parts().size()).max().orElse(0);
  }

  /** Finds names of values where none can be: bound again, or in the place of an expression. */
  private final class Misuses implements PolicyWalk {
    private final Set<String> names;

    private Misuses(Set<String> names) {
      this.names = names;
    }

    private void check(@Nullable String variable, SourceSpan span) {
      if (variable != null && names.contains(variable)) {
        problems.add(span, NamedValueFaults.valueNameTakenVariable(variable));
      }
    }

    @Override
    public void condition(Condition condition) {
      if (condition instanceof Condition.Pattern pattern) {
        check(pattern.variable(), pattern.span());
      } else if (condition instanceof Condition.Accumulate accumulate) {
        accumulate.functions().forEach(one -> check(one.variable(), one.span()));
      } else if (condition instanceof Condition.GroupBy groups) {
        check(groups.variable(), groups.key().span());
      }
      PolicyWalk.super.condition(condition);
    }

    @Override
    public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
      if (constraint instanceof Constraint.Bind bind) {
        check(bind.variable(), bind.span());
      } else if (constraint instanceof Constraint.Compare compare
          && RuleSize.isRegularExpression(compare.operator())
          && compare.right() instanceof Expression.Field field
          && names.contains(field.name())) {
        // Its size is counted where it is read, which is before values are known.
        problems.add(field.span(), ValueFaults.typeMismatchMatchesRight());
      }
      PolicyWalk.super.constraint(constraint, pattern);
    }
  }
}
