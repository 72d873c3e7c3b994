package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.RequirementRule;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of a policy as they were read, sorted by what they prove and award. */
final class Oracle {
  private final Map<String, List<RequirementRule>> requirements = new LinkedHashMap<>();
  private final Map<String, List<CredentialRule>> credentials = new LinkedHashMap<>();
  private final Map<CredentialRule, List<Ask>> asks = new HashMap<>();
  private final Map<String, Earned> facts = new HashMap<>();

  private final Set<String> types = new HashSet<>();
  private final Set<LocalDate> beginnings = new HashSet<>();

  Oracle(PolicyModel model) {
    Wishes.patterns(model).forEach(pattern -> types.add(pattern.type()));
    for (PolicyRule rule : model.rules()) {
      if (rule.header().window().from() != null) {
        beginnings.add(rule.header().window().from());
      }
      if (rule instanceof RequirementRule requirement) {
        requirements.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(requirement);
      } else if (rule instanceof CredentialRule credential) {
        credentials.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(credential);
      }
    }
    credentials.values().forEach(rules -> asks.putAll(Ask.of(rules)));
    credentials.forEach((id, rules) -> facts.put(id, fact(id, rules)));
  }

  private static Earned fact(String id, List<CredentialRule> rules) {
    String pathway = null;
    Integer level = null;
    for (CredentialRule rule : rules) {
      pathway = pathway == null ? rule.pathway() : pathway;
      level = level == null ? rule.level() : level;
    }
    return new Earned(id, pathway, level);
  }

  /** What the policy says of a record by the facts that count. */
  Judgement judge(LearnerRecord record, ZonedDateTime asOf) {
    return judge(record, asOf, Set.of());
  }

  /** What it would say if these reasons spoke against no fact. */
  Judgement judge(LearnerRecord record, ZonedDateTime asOf, Collection<Reason> overlooked) {
    Set<Reason> forgiven = EnumSet.noneOf(Reason.class);
    forgiven.addAll(overlooked);
    return new Judgement(this, record, asOf, forgiven, null);
  }

  Set<String> requirements() {
    return requirements.keySet();
  }

  Set<String> credentials() {
    return credentials.keySet();
  }

  List<RequirementRule> requirementRules(String id) {
    return requirements.getOrDefault(id, List.of());
  }

  List<CredentialRule> credentialRules(String id) {
    return credentials.getOrDefault(id, List.of());
  }

  List<Ask> asks(CredentialRule rule) {
    return asks.getOrDefault(rule, List.of());
  }

  /** All that any credential rule asks for, by id; a requirement comes before a prerequisite. */
  Map<String, Ask> allAsks() {
    Map<String, Ask> all = new LinkedHashMap<>();
    credentials.values().stream()
        .flatMap(List::stream)
        .flatMap(rule -> asks(rule).stream())
        .forEach(ask -> all.putIfAbsent(ask.id(), ask));
    return all;
  }

  /** Whether some pattern of the policy has the type of a fact. */
  boolean asksFor(Fact fact) {
    return types.contains(fact.getClass().getSimpleName());
  }

  /** The days on which rules come into force. */
  Set<LocalDate> beginnings() {
    return beginnings;
  }

  Earned fact(String credential) {
    return java.util.Objects.requireNonNull(facts.get(credential));
  }
}
