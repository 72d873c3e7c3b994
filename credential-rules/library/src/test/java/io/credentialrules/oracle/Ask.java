package io.credentialrules.oracle;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a credential rule asks for: a requirement by name, a credential that comes first,
 * or conditions of its own. Conditions that share a variable are one; the date of evaluation is the
 * same for all, so that sharing it makes nothing one.
 */
record Ask(String id, Kind kind, List<Condition> conditions) {
  private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'");
  private static final Pattern NAME = Pattern.compile("\\$\\w+");

  /**
   * What each rule of one credential asks for, each thing once; conditions are numbered over all of
   * its rules.
   */
  static Map<CredentialRule, List<Ask>> of(List<CredentialRule> rules) {
    Map<CredentialRule, List<Ask>> asks = new HashMap<>();
    List<String> numbered = new ArrayList<>();
    for (CredentialRule rule : rules) {
      List<Ask> ofRule = new ArrayList<>();
      for (List<Condition> group : groups(rule)) {
        Ask ask = named(group);
        if (ask == null) {
          String text = group.stream().map(Condition::text).collect(Collectors.joining("; "));
          List<String> scales = rule.header().scales().stream().map(Scale::written).toList();
          boolean named =
              !rule.header().namedScales().isEmpty()
                  || group.stream().anyMatch(one -> !Wishes.named(one).isEmpty());
          String identity = text + scales + (named ? rule.settings().versionBy() : "");
          if (!numbered.contains(identity)) {
            numbered.add(identity);
          }
          ask = new Ask(rule.id() + "#" + (numbered.indexOf(identity) + 1), Kind.CONDITION, group);
        }
        String id = ask.id();
        if (ofRule.stream().noneMatch(other -> other.id().equals(id))) {
          ofRule.add(ask);
        }
      }
      asks.put(rule, ofRule);
    }
    return asks;
  }

  private static @Nullable Ask named(List<Condition> group) {
    String requirement = onlyId(group, "Met", "requirement");
    if (requirement != null) {
      return new Ask(requirement, Kind.REQUIREMENT, group);
    }
    String credential = onlyId(group, "Earned", "credential");
    return credential == null ? null : new Ask(credential, Kind.PREREQUISITE, group);
  }

  private static @Nullable String onlyId(List<Condition> group, String type, String field) {
    return group.size() == 1
            && group.get(0) instanceof Condition.Pattern pattern
            && pattern.type().equals(type)
            && pattern.variable() == null
            && pattern.constraints().size() == 1
            && pattern.constraints().get(0) instanceof Constraint.Compare compare
            && compare.operator() == Operator.EQUAL
            && compare.left() instanceof Expression.Field left
            && left.name().equals(field)
            && compare.right() instanceof Expression.Text id
        ? id.value()
        : null;
  }

  private static List<List<Condition>> groups(CredentialRule rule) {
    List<Condition> flat = new ArrayList<>();
    flatten(rule.when(), flat);
    List<Condition> today = flat.stream().filter(Ask::bindsToday).toList();
    List<Condition> others = flat.stream().filter(condition -> !bindsToday(condition)).toList();
    if (others.isEmpty()) {
      return List.of(today);
    }
    Set<String> everywhere = new HashSet<>();
    today.forEach(condition -> everywhere.addAll(names(condition)));
    int[] group = new int[others.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      for (int j = 0; j < i; j++) {
        Set<String> shared = names(others.get(i));
        shared.retainAll(names(others.get(j)));
        shared.removeAll(everywhere);
        if (!shared.isEmpty()) {
          int merged = Math.min(group[i], group[j]);
          int[] from = {group[i], group[j]};
          for (int k = 0; k <= i; k++) {
            group[k] = group[k] == from[0] || group[k] == from[1] ? merged : group[k];
          }
        }
      }
    }
    Map<Integer, List<Condition>> groups = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(group[i], first -> new ArrayList<>()).add(others.get(i));
    }
    for (List<Condition> conditions : groups.values()) {
      if (conditions.stream().anyMatch(one -> names(one).stream().anyMatch(everywhere::contains))) {
        conditions.addAll(0, today);
      }
    }
    return List.copyOf(groups.values());
  }

  private static void flatten(Condition condition, List<Condition> flat) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> flatten(part, flat));
    } else {
      flat.add(condition);
    }
  }

  /**
   * The date of evaluation where it is only given a name; where it is compared it is a condition.
   */
  private static boolean bindsToday(Condition condition) {
    return condition instanceof Condition.Pattern pattern
        && pattern.type().equals("Today")
        && pattern.constraints().stream().allMatch(Constraint.Bind.class::isInstance);
  }

  static Set<String> names(Condition condition) {
    Set<String> names = new HashSet<>();
    Matcher matcher = NAME.matcher(TEXT.matcher(condition.text()).replaceAll("\"\""));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
