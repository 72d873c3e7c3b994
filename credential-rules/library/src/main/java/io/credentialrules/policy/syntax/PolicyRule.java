package io.credentialrules.policy.syntax;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A rule of a policy: it proves a requirement or awards a credential when its conditions hold. */
public sealed interface PolicyRule permits RequirementRule, CredentialRule {

  /** What all rules have. */
  RuleHeader header();

  /** The id of what it proves or awards. */
  String id();

  /** The place of that id. */
  SourceSpan idSpan();

  /** Its conditions, in order. */
  Condition.All when();

  /** The same with other conditions. */
  PolicyRule when(Condition.All other);

  /** The same with another header. */
  PolicyRule header(RuleHeader other);

  /** The named values in its scales and conditions; one that is used twice is there twice. */
  default List<Expression.Named> namedValues() {
    List<Expression.Named> named = new ArrayList<>(header().namedScales());
    named.addAll(when().namedValues());
    return List.copyOf(named);
  }

  /** The same with values in the place of their names. */
  default PolicyRule with(Map<String, Expression> values) {
    return header(header().with(values)).when(when().with(values));
  }

  /** Which date chooses among its versions, and among the values that it names. */
  VersionBy versionBy();

  /** The same with these names taken for named values, which were read as fields. */
  default PolicyRule naming(Set<String> names) {
    return when(NamedFields.in(when(), names));
  }

  /**
   * What people read of the requirement or credential that some rules prove: what {@code @name}
   * says; or else the names of all its rules, of the newest version where there are several, in an
   * order of their own, so that it stays the same wherever the rules are.
   *
   * @param rules all rules of one id, at least one
   */
  static String nameOf(List<? extends PolicyRule> rules) {
    for (PolicyRule rule : rules) {
      StatedName called = rule.header().called();
      if (called != null) {
        return called.text();
      }
    }
    if (rules.size() == 1) {
      return rules.get(0).header().name();
    }
    Comparator<LocalDate> earliestFirst = Comparator.nullsFirst(Comparator.naturalOrder());
    LocalDate newest = null;
    for (PolicyRule rule : rules) {
      LocalDate from = rule.header().window().from();
      newest = earliestFirst.compare(from, newest) > 0 ? from : newest;
    }
    TreeSet<String> names = new TreeSet<>();
    for (PolicyRule rule : rules) {
      if (Objects.equals(rule.header().window().from(), newest)) {
        names.add(rule.header().name());
      }
    }
    if (names.size() == 1) {
      return names.first();
    }
    String joined = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(" / "));
    return names.size() > NAMES_SHOWN ? joined + " / …" : joined;
  }

  /** How many rules a name names at most. */
  int NAMES_SHOWN = 3;
}
